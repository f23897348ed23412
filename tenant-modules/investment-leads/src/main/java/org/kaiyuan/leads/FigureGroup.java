package org.kaiyuan.leads;

/** By what the funnel is taken apart. */
public enum FigureGroup {
    NONE("''", "null"),
    OWNER("coalesce(l.owner, '')", "max(l.owner_name)"),
    WAY("l.way", "null"),
    INDUSTRY("coalesce(l.leading_industry, '')", "null"),
    SUB_INDUSTRY("coalesce(l.sub_industry, '')", "null"),
    FAIR("coalesce(l.fair_id::text, '')", "null");

    /** What its groups are told apart by, with {@code l} for the lead; empty for those that have none. */
    final String key;

    /** What a group is called, where the key does not say so. */
    final String name;

    FigureGroup(String key, String name) {
        this.key = key;
        this.name = name;
    }
}
