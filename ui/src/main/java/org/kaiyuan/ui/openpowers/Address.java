package org.kaiyuan.ui.openpowers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListId;

/**
 * Where the pages of a zone are; what is public in this package is what templates say.
 *
 * @param context of the application, such as {@code /kaiyuan}; mostly empty
 * @param zone its code
 * @param english whether links stay in English
 */
record Address(String context, String zone, boolean english) {
    /** Such as {@code /z/deyang/powers}. */
    public String root() {
        return context + "/z/" + zone + "/powers";
    }

    public String home() {
        return inLanguage(root());
    }

    /** Of {@code ui.openservices}. */
    public String services() {
        return inLanguage(context + "/z/" + zone + "/services");
    }

    String found(Question question) {
        var query = question.query();
        if (english) {
            query = query.isEmpty() ? "lang=en" : query + "&lang=en";
        }
        return query.isEmpty() ? root() : root() + "?" + query;
    }

    String power(EntryId entry) {
        return inLanguage(root() + "/" + entry);
    }

    /** The link of which the content never changes. */
    String power(EntryId entry, int edition) {
        return inLanguage(root() + "/" + entry + "/v/" + edition);
    }

    String list(ListId list) {
        return inLanguage(root() + "/lists/" + list);
    }

    /** The link of which the content never changes. */
    String edition(ListId list, int edition) {
        return inLanguage(bare(list, edition));
    }

    String edition(ListId list, int edition, @Nullable EntryId after) {
        var first = edition(list, edition);
        return after == null ? first : first + (english ? "&" : "?") + "after=" + after;
    }

    String file(ListId list, int edition, FileKind kind) {
        return inLanguage(bare(list, edition) + kind.ending());
    }

    /** The same page in the other language. */
    Address other() {
        return new Address(context, zone, !english);
    }

    /** What is no list or entry is none of this zone. */
    static @Nullable UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private String bare(ListId list, int edition) {
        return root() + "/lists/" + list + "/v/" + edition;
    }

    private String inLanguage(String path) {
        return english ? path + "?lang=en" : path;
    }
}
