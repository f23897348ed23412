package org.kaiyuan.plots;

/** What a paper about a plot is. */
public enum CertificateKind {
    /** 不动产权证. */
    REAL_ESTATE,
    /** 建设用地批准文件. */
    LAND_APPROVAL,
    /** 建设用地规划许可证. */
    LAND_PLANNING_PERMIT,
    /** 建设工程规划许可证. */
    WORKS_PLANNING_PERMIT,
    /** 划拨决定书. */
    ALLOCATION_DECISION,
    OTHER
}
