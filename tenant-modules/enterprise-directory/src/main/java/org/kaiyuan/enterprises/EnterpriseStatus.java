package org.kaiyuan.enterprises;

/** How an enterprise stands. */
public enum EnterpriseStatus {
    /** 在业. */
    ACTIVE,
    /** 筹建. */
    PREPARING,
    /** 停产. */
    SUSPENDED,
    /** 迁出. */
    MOVED_OUT,
    /** 注销. */
    DEREGISTERED,
    /** 吊销. */
    REVOKED
}
