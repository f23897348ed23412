package org.kaiyuan.ui.services;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.ui.kit.Shown;

/** How a letter would read by the template of the service; what counts is the one that the act writes. */
final class CaseLetterDraft {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private final CaseSheet sheet;
    private final String zone;
    private final LocalDate today;

    CaseLetterDraft(CaseSheet sheet, String zone, LocalDate today) {
        this.sheet = sheet;
        this.zone = zone;
        this.today = today;
    }

    /** The service's own, or the ready-made one. */
    LetterTemplate template(LetterKind kind) {
        return ServiceDefaults.letter(sheet.note(), sheet.row().track(), kind);
    }

    String body(LetterTemplate template, Map<LetterPlace, String> said) {
        Map<LetterPlace, String> words = new EnumMap<>(LetterPlace.class);
        var row = sheet.row();
        words.put(LetterPlace.APPLICANT, row.enterpriseName());
        words.put(LetterPlace.CREDIT_CODE, sheet.creditCode() == null ? "" : sheet.creditCode());
        words.put(LetterPlace.SERVICE, row.title());
        words.put(LetterPlace.RECEIPT, row.receipt());
        words.put(LetterPlace.ZONE, zone);
        words.put(LetterPlace.TODAY, today.toString());
        words.put(LetterPlace.YEAR, Integer.toString(today.getYear()));
        words.put(LetterPlace.SUBMITTED_ON, Shown.moment(row.submittedAt()).substring(0, 10));
        words.put(LetterPlace.DUE_ON, Shown.date(row.dueOn()));
        words.put(LetterPlace.DAYS, Integer.toString(sheet.note().promisedDays()));
        words.putAll(said);
        return PLACE.matcher(template.body())
                .replaceAll(found -> Matcher.quoteReplacement(word(words, found.group(1))));
    }

    /** What is known only with the act stays as it is named. */
    private static String word(Map<LetterPlace, String> words, String name) {
        for (var place : LetterPlace.values()) {
            if (place.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)
                    && words.containsKey(place)) {
                return words.getOrDefault(place, "");
            }
        }
        return "{" + name + "}";
    }
}
