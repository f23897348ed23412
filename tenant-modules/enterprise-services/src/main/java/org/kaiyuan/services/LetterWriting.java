package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writing letters from their templates, in Chinese: places are filled in as plain text, and what was filled in is not looked at
 * again. Numbers of a year have no gaps: who takes one waits for whoever took the one before.
 */
@Component
class LetterWriting {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}");
    private static final int LONGEST_NUMBER = 120;

    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final TenantDirectory zones;
    private final Messages messages;
    private final Clock clock;

    LetterWriting(
            JdbcTemplate jdbc,
            CaseStore store,
            TenantDirectory zones,
            Messages messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.zones = zones;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The case is held, and settled: its days are those that the letter says.
     *
     * @param said what only the act knows; other places are known from the case
     */
    LetterId write(
            Held held,
            ServiceNote note,
            LetterKind kind,
            LocalDate on,
            Map<LetterPlace, String> said) {
        var template = ServiceDefaults.letter(note, held.track(), kind);
        var places = places(held, on);
        places.putAll(said);
        var number = number(template, places, on);
        places.put(LetterPlace.NUMBER, number);
        var id = LetterId.next();
        jdbc.update(
                """
                insert into services.letter (tenant_id, id, case_id, kind, number, title, body, on_day, at, signed_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id.value(),
                held.id().value(),
                kind.name(),
                number,
                filled(template.title(), places),
                tidy(filled(template.body(), places)),
                on,
                Timestamp.from(clock.instant()),
                store.byName());
        return id;
    }

    /** Numbered lines. */
    static String items(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> (i + 1) + ". " + items.get(i))
                .collect(Collectors.joining("\n"));
    }

    /** As letters write it. */
    static String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** In Chinese, since it is kept. */
    String word(Enum<?> constant) {
        return messages.of(Locale.SIMPLIFIED_CHINESE, constant);
    }

    String text(String key, Object... arguments) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, key, arguments);
    }

    private Map<LetterPlace, String> places(Held held, LocalDate on) {
        Map<LetterPlace, String> places = new EnumMap<>(LetterPlace.class);
        for (var place : LetterPlace.values()) {
            places.put(place, "");
        }
        var times = store.clock(held).of();
        places.put(LetterPlace.APPLICANT, held.enterpriseName());
        places.put(LetterPlace.CREDIT_CODE, held.creditCode() == null ? "" : held.creditCode());
        places.put(LetterPlace.SERVICE, held.title());
        places.put(LetterPlace.RECEIPT, held.receipt());
        places.put(
                LetterPlace.ZONE,
                zones.find(CurrentTenant.get()).map(TenantSummary::name).orElse(""));
        places.put(LetterPlace.TODAY, day(on));
        places.put(LetterPlace.YEAR, Integer.toString(on.getYear()));
        places.put(LetterPlace.SUBMITTED_ON, day(held.submittedOn()));
        places.put(LetterPlace.ACCEPTED_ON, day(held.acceptedOn()));
        places.put(LetterPlace.DUE_ON, due(held));
        places.put(LetterPlace.DAYS, Integer.toString(times.days()));
        var ruling = held.ruling();
        if (ruling != null && ruling.body() != null) {
            places.put(LetterPlace.BODY, ruling.body());
        }
        return places;
    }

    private String due(Held held) {
        if (held.dueOn() != null) {
            return day(held.dueOn());
        }
        var year = store.clock(held).missingYear();
        return year == null
                ? text("services.case.said.dueOpen")
                : text("services.case.said.dueUnknown", year.toString());
    }

    /** What stands before year and number says which count it is of; a numbering without a year counts on. */
    private String number(LetterTemplate template, Map<LetterPlace, String> places, LocalDate on) {
        var pattern =
                template.numbering().contains("{number}")
                        ? template.numbering()
                        : template.numbering() + "{number}";
        var others = new EnumMap<>(places);
        others.put(LetterPlace.YEAR, "{year}");
        others.put(LetterPlace.NUMBER, "{number}");
        var numbering = filled(pattern, others);
        int year = numbering.contains("{year}") ? on.getYear() : 0;
        var last =
                jdbc.query(
                        """
                        insert into services.letter_count as c (tenant_id, numbering, year, last) values (?, ?, ?, 1)
                        on conflict (tenant_id, numbering, year) do update set last = c.last + 1
                        returning last\
                        """,
                        (row, n) -> row.getInt(1),
                        CurrentTenant.get().value(),
                        numbering,
                        year);
        var written =
                numbering
                        .replace("{year}", Integer.toString(on.getYear()))
                        .replace("{number}", Integer.toString(last.getFirst()));
        return written.length() <= LONGEST_NUMBER
                ? written
                : written.substring(written.length() - LONGEST_NUMBER);
    }

    /** What is no place stays as it is. */
    static String filled(String template, Map<LetterPlace, String> places) {
        return PLACE.matcher(template)
                .replaceAll(found -> {
                    var name = found.group(1).replace('-', '_').toUpperCase(Locale.ROOT);
                    for (var place : LetterPlace.values()) {
                        if (place.name().equals(name)) {
                            return Matcher.quoteReplacement(places.getOrDefault(place, ""));
                        }
                    }
                    return Matcher.quoteReplacement(found.group());
                });
    }

    /** Places that were empty leave no holes. */
    private static String tidy(String body) {
        return body.replace("\r", "").replaceAll("\n{3,}", "\n\n").strip();
    }
}
