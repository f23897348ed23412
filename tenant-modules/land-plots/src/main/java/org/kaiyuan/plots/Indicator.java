package org.kaiyuan.plots;

/** What 标准地 promises and what is looked at later. */
public enum Indicator {
    /** 固定资产投资强度, yuan per m² of ground. */
    INVESTMENT,
    /** 亩均税收, yuan a year per m² of ground. */
    TAX,
    /** 亩均产出, yuan a year per m² of ground. */
    OUTPUT,
    /** 容积率. */
    FLOOR_RATIO,
    /** 能耗, tonnes of coal equivalent a year: less is better. */
    ENERGY,
    /** 就业, people. */
    JOBS;

    /** Whether it is money per m², which people here say in 万元/亩. */
    public boolean isMoney() {
        return this == INVESTMENT || this == TAX || this == OUTPUT;
    }
}
