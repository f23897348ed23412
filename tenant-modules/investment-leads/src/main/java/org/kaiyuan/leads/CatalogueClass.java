package org.kaiyuan.leads;

/** Where 产业结构调整指导目录 puts the project. */
public enum CatalogueClass {
    /** 鼓励类. */
    ENCOURAGED,
    /** 允许类: in none of the lists. */
    PERMITTED,
    /** 限制类. */
    RESTRICTED,
    /** 淘汰类: investing is forbidden. */
    ELIMINATED
}
