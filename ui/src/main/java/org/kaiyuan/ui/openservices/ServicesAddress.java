package org.kaiyuan.ui.openservices;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.ServiceId;

/**
 * Where the pages of a park are; what is public is what templates say.
 *
 * @param context of the application; mostly empty
 * @param zone its code
 * @param english whether links stay in English
 */
record ServicesAddress(String context, String zone, boolean english) {
    private String park() {
        return context + "/z/" + zone;
    }

    /** Such as {@code /z/deyang/services}. */
    public String root() {
        return park() + "/services";
    }

    public String home() {
        return inLanguage(root());
    }

    public String powers() {
        return inLanguage(park() + "/powers");
    }

    public String record() {
        return inLanguage(root() + "/record");
    }

    public String progress() {
        return inLanguage(progressForm());
    }

    public String progressForm() {
        return park() + "/progress";
    }

    /** Where enterprises sign in. */
    public String portal() {
        return context + "/portal";
    }

    public String service(ServiceId id) {
        return inLanguage(root() + "/" + id);
    }

    public String sample(ServiceId id, UUID file) {
        return root() + "/" + id + "/samples/" + file;
    }

    public String found(@Nullable String words, @Nullable String topic, @Nullable String cursor) {
        var query = new StringBuilder();
        add(query, "q", words);
        add(query, "topic", topic);
        add(query, "after", cursor);
        add(query, "lang", english ? "en" : null);
        return query.isEmpty() ? root() : root() + "?" + query;
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The same pages in the other language. */
    ServicesAddress other() {
        return new ServicesAddress(context, zone, !english);
    }

    private String inLanguage(String path) {
        return english ? path + "?lang=en" : path;
    }
}
