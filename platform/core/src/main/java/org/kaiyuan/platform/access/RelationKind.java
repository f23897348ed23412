package org.kaiyuan.platform.access;

/** What one tenant can have to do with another. */
public enum RelationKind {
    /** 委托运营: a management committee entrusts an operating company with named permissions. */
    ENTRUSTS,
    /** 一区多园: a zone and one of its parks. */
    SUB_PARK,
    /** 托管: a zone is looked after by another. */
    TRUSTEESHIP,
    /** 飞地: a park run together with a partner elsewhere. */
    ENCLAVE
}
