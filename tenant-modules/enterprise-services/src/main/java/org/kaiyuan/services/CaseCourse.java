package org.kaiyuan.services;

/** Who decides a case, frozen at its acceptance. */
public enum CaseCourse {
    /** The park holds the power. */
    HERE,
    /** 代办: an upper body decides. */
    UPPER,
    /** The park's own affair. */
    OWN
}
