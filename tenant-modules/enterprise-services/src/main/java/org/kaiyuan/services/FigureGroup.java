package org.kaiyuan.services;

/** By what figures are grouped. */
public enum FigureGroup {
    SERVICE,
    TEAM,
    MONTH
}
