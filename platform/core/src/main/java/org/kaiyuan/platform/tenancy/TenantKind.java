package org.kaiyuan.platform.tenancy;

/** What kind of body a tenant is. */
public enum TenantKind {
    /** 管委会. */
    MANAGEMENT_COMMITTEE,
    /** 运营公司. */
    OPERATING_COMPANY,
    /** 省、市主管部门: sees what zones have reported, never their tables. */
    SUPERVISOR
}
