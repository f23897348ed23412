package org.kaiyuan.platform.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** What people call the kinds, acts and fields of the trail; what no room has named is shown as it is stored. */
@Component
public class AuditWords {
    private static final Pattern SAID = Pattern.compile("true|false|system|[A-Z_]+( [A-Z_]+)*");

    private final Map<String, RecordKind> kinds = new TreeMap<>();
    private final Messages messages;

    AuditWords(List<RecordKind> declared, Messages messages) {
        declared.forEach(kind -> kinds.put(kind.kind(), kind));
        this.messages = messages;
    }

    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    public String kind(Locale locale, String kind) {
        var known = kinds.get(kind);
        return known == null ? kind : messages.text(locale, known.titleKey());
    }

    /** An act of a kind; where that kind has no word for it, the word that any act of that name has. */
    public String act(Locale locale, String kind, String act) {
        var known = kinds.get(kind);
        var key = known == null ? act : known.actPrefix() + act;
        var said = messages.text(locale, key);
        return said.equals(key) ? act(locale, act) : said;
    }

    public String act(Locale locale, String act) {
        for (var known : kinds.values()) {
            var key = known.actPrefix() + act;
            var said = messages.text(locale, key);
            if (!said.equals(key)) {
                return said;
            }
        }
        return act;
    }

    public String field(Locale locale, String kind, String field) {
        var known = kinds.get(kind);
        if (known == null) {
            return field;
        }
        var key = known.fieldPrefix() + field;
        var said = messages.text(locale, key);
        return said.equals(key) ? field : said;
    }

    /** A value as people say it: yes and no, ready-made roles, the system itself; anything else as it is stored. */
    public String value(Locale locale, String value) {
        if (!SAID.matcher(value).matches()) {
            return value;
        }
        return Arrays.stream(value.split(" "))
                .map(one -> {
                    for (var prefix : List.of("audit.value.", "access.role.")) {
                        var said = messages.text(locale, prefix + one);
                        if (!said.equals(prefix + one)) {
                            return said;
                        }
                    }
                    return one;
                })
                .collect(Collectors.joining(" "));
    }

    /** The path of a record's page; empty where there is none. */
    public String path(AuditLine line) {
        var known = kinds.get(line.kind());
        var path = known == null ? null : known.path();
        return path == null ? "" : path + line.subjectId();
    }
}
