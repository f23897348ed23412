package org.kaiyuan.platform.search;

/** What people may do with the index itself. */
public final class SearchPermissions {
    public static final String REBUILD = "search:rebuild";

    private SearchPermissions() {}
}
