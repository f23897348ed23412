package org.kaiyuan.delegation;

/** The five fields of integrated empowerment (集成授权), as the Sichuan plan 2023–2027 names them. */
public enum EmpowermentArea {
    /** 政务服务. */
    GOVERNMENT_SERVICES,
    /** 产业发展. */
    INDUSTRY,
    /** 土地利用. */
    LAND,
    /** 财税保障. */
    FINANCE,
    /** 科技创新. */
    INNOVATION
}
