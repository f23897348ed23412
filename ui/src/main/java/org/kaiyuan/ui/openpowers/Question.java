package org.kaiyuan.ui.openpowers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.ShownSearch;
import org.kaiyuan.platform.search.names.ChineseText;

/**
 * What somebody looks for. However it was written, the same question is the same record, so it is answered once; what nobody can ask
 * is as if it was not there.
 *
 * @param typed empty for all
 * @param at where the page begins, or ends when {@code backwards}; only where nothing is typed
 * @param page counted from 1; only where something is typed
 */
record Question(
        String typed,
        @Nullable PowerListKind list,
        @Nullable MatterKind kind,
        @Nullable String field,
        @Nullable String body,
        @Nullable EntryId at,
        boolean backwards,
        int page) {
    static final Question ALL = new Question("", null, null, null, null, null, false, 1);

    /** Rows of a page. */
    static final int ROWS = 50;

    private static final int LONGEST_VALUE = 200;

    static Question of(HttpServletRequest request) {
        var typed =
                ChineseText.cut(ChineseText.storable(text(request, "q")), ShownSearch.LONGEST)
                        .strip()
                        .replaceAll("\\s+", " ");
        boolean searches = !ChineseText.key(typed).isEmpty();
        var before = searches ? null : Address.id(text(request, "before"));
        var after = searches || before != null ? null : Address.id(text(request, "after"));
        var at = before == null ? after : before;
        return new Question(
                searches ? typed : "",
                one(PowerListKind.values(), text(request, "list")),
                one(MatterKind.values(), text(request, "type")),
                value(request, "field"),
                value(request, "body"),
                at == null ? null : new EntryId(at),
                before != null,
                searches ? page(text(request, "page")) : 1);
    }

    boolean searches() {
        return !typed.isEmpty();
    }

    /** Whether anything narrows it down. */
    public boolean isNarrowed() {
        return searches() || list != null || kind != null || field != null || body != null;
    }

    Question withTyped(String other) {
        return new Question(other, list, kind, field, body, null, false, 1);
    }

    Question withList(@Nullable PowerListKind other) {
        return new Question(typed, other, kind, field, body, null, false, 1);
    }

    Question withKind(@Nullable MatterKind other) {
        return new Question(typed, list, other, field, body, null, false, 1);
    }

    Question withField(@Nullable String other) {
        return new Question(typed, list, kind, other, body, null, false, 1);
    }

    Question withBody(@Nullable String other) {
        return new Question(typed, list, kind, field, other, null, false, 1);
    }

    Question at(@Nullable EntryId place, boolean goingBack) {
        return new Question(typed, list, kind, field, body, place, goingBack, 1);
    }

    Question atPage(int other) {
        return new Question(typed, list, kind, field, body, null, false, other);
    }

    /** As an address asks it; empty for all. */
    String query() {
        var parts = new ArrayList<String>();
        add(parts, "q", typed.isEmpty() ? null : typed);
        add(parts, "list", list == null ? null : list.name());
        add(parts, "type", kind == null ? null : kind.name());
        add(parts, "field", field);
        add(parts, "body", body);
        add(parts, backwards ? "before" : "after", at == null ? null : at.toString());
        add(parts, "page", page == 1 ? null : Integer.toString(page));
        return String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return text == null ? "" : text;
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var text = ChineseText.storable(text(request, name)).strip();
        return text.isEmpty() || text.length() > LONGEST_VALUE ? null : text;
    }

    private static int page(String text) {
        return text.matches("\\d{1,2}")
                ? Math.clamp(Integer.parseInt(text), 1, ShownSearch.DEEPEST / ROWS)
                : 1;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
