package org.kaiyuan.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.services.ServiceDefaults;

/** Letters of made-up cases, by the templates of the product and numbered as it numbers, so that it goes on after them. */
final class CaseLetters {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final String zone;
    private final Map<Count, Integer> counts = new HashMap<>();

    CaseLetters(String zone) {
        this.zone = zone;
    }

    /** @param numbering with its places for year and number */
    record Count(String numbering, int year) {}

    /** A letter as it is kept. */
    record Letter(
            CaseStory story, CaseStory.Written written, String number, String title, String body) {}

    /** By the days on which they were written, as numbers are given out. */
    List<Letter> of(List<CaseStory> stories, Map<CaseStory, String> receipts) {
        record One(CaseStory story, CaseStory.Written written) {}
        var all = new ArrayList<One>();
        stories.forEach(story -> story.letters.forEach(it -> all.add(new One(story, it))));
        all.sort(java.util.Comparator.comparing(one -> one.written().on()));
        return all.stream()
                .map(one ->
                        letter(one.story(), one.written(), receipts.getOrDefault(one.story(), "")))
                .toList();
    }

    /** How far each numbering has come. */
    Map<Count, Integer> counts() {
        return Map.copyOf(counts);
    }

    private Letter letter(CaseStory story, CaseStory.Written written, String receipt) {
        var template =
                ServiceDefaults.letter(story.service.note(), story.service.track(), written.kind());
        var numbering = template.numbering().replace("{zone}", zone);
        int year = written.on().getYear();
        int number = counts.merge(new Count(numbering, year), 1, Integer::sum);
        var shown =
                numbering
                        .replace("{year}", String.valueOf(year))
                        .replace("{number}", String.valueOf(number));
        var body = template.body();
        var places = places(story, written, receipt);
        places.put(LetterPlace.NUMBER, shown);
        for (var place : LetterPlace.values()) {
            body = body.replace(name(place), places.getOrDefault(place, ""));
        }
        return new Letter(
                story, written, shown, template.title(), body.replaceAll("\n{3,}", "\n\n").strip());
    }

    private static String name(LetterPlace place) {
        return "{" + place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    private Map<LetterPlace, String> places(
            CaseStory story, CaseStory.Written written, String receipt) {
        var note = story.service.note();
        Map<LetterPlace, String> places = new EnumMap<>(LetterPlace.class);
        places.put(LetterPlace.APPLICANT, story.enterprise.name());
        places.put(
                LetterPlace.CREDIT_CODE,
                story.enterprise.creditCode() == null ? "" : story.enterprise.creditCode());
        places.put(LetterPlace.SERVICE, note.title());
        places.put(LetterPlace.RECEIPT, receipt);
        places.put(LetterPlace.ZONE, zone);
        places.put(LetterPlace.TODAY, WORDS.format(written.on()));
        places.put(LetterPlace.YEAR, String.valueOf(written.on().getYear()));
        places.put(LetterPlace.SUBMITTED_ON, WORDS.format(story.submitted));
        places.put(LetterPlace.ACCEPTED_ON, day(story.accepted));
        places.put(LetterPlace.DUE_ON, day(story.due));
        places.put(LetterPlace.DAYS, String.valueOf(note.promisedDays()));
        places.put(LetterPlace.REASON, reason(written));
        places.put(LetterPlace.ITEMS, items(story));
        places.put(
                LetterPlace.BODY,
                story.held == null || story.held.body() == null ? "上级部门" : story.held.body());
        places.put(LetterPlace.OUTCOME, story.outcome == CaseOutcome.REFUSED ? "不予" : "准予");
        places.put(LetterPlace.DOCUMENT, "专家评审通知");
        return places;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "另行告知的日期" : WORDS.format(day);
    }

    private static String reason(CaseStory.Written written) {
        return switch (written.kind()) {
            case SUPPLEMENT -> "请按上列内容补正，并加盖公章。";
            case NOT_ACCEPTED -> "不属于本园区受理范围。";
            case STOP -> "专家评审";
            case REFUSED -> "不符合规定条件。";
            case REPLY -> "已处理完毕，现场核实后答复。";
            default -> "";
        };
    }

    private static String items(CaseStory story) {
        var items = new StringBuilder();
        int number = 0;
        for (var material : story.service.note().materials()) {
            if (!material.held()) {
                number++;
                items.append(number).append(". ").append(material.name()).append('\n');
            }
        }
        return number == 0 ? "1. 申请表内容" : items.toString().strip();
    }
}
