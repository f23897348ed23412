package org.kaiyuan.plots;

/** How plots took the place of others. */
public enum LineageAct {
    /** 分割: one became several. */
    SPLIT,
    /** 合并: several became one. */
    MERGED,
    /** 界址变更: one got another border. */
    REBOUNDED
}
