package org.kaiyuan.plots;

/** What lies ready at the border of a plot (七通一平). */
public enum Utility {
    ROAD,
    WATER,
    SEWER,
    RAINWATER,
    POWER,
    TELECOM,
    GAS,
    STEAM,
    LEVELLED
}
