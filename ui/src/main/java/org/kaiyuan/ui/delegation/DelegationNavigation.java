package org.kaiyuan.ui.delegation;

import java.util.UUID;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.MatterId;

/** The ways to the pages of delegated powers. */
public final class DelegationNavigation {
    static final String WHO = "delegation";
    static final String LISTS = "delegation/lists";
    static final String MATTERS = "delegation/matters";
    static final String SHARED = "delegation/shared";
    static final String PAPERS = "delegation/papers";

    private DelegationNavigation() {}

    /** Who decides a matter today. */
    public static String who(MatterId matter) {
        return WHO + "?matter=" + matter;
    }

    public static String list(ListId list) {
        return LISTS + "/" + list;
    }

    static String edition(ListId list, int number) {
        return list(list) + "?edition=" + number;
    }

    static String draft(ListId list) {
        return list(list) + "?tab=draft";
    }

    static String difference(ListId list, int from, int to) {
        return list(list) + "/diff/" + from + "/" + to;
    }

    static String newEntry(ListId list) {
        return list(list) + "/entries/new";
    }

    static String entry(ListId list, EntryId entry) {
        return list(list) + "/entries/" + entry;
    }

    static String imported(UUID id) {
        return "delegation/imports/" + id;
    }

    static String matter(MatterId matter) {
        return MATTERS + "/" + matter;
    }
}
