package org.kaiyuan.plots;

/** Which part of the room over and under a plot a right is about (分层设权): 民法典 art. 345. */
public enum RightKind {
    /** 地表. */
    SURFACE,
    /** 地上. */
    ABOVE,
    /** 地下. */
    BELOW
}
