package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.stereotype.Component;

/** Writes the history of services in Chinese words, since it is read for years and by people. */
@Component
class ServiceHistory {
    private static final int LONGEST = 1000;

    private final ChangeHistory history;
    private final Messages messages;

    ServiceHistory(ChangeHistory history, Messages messages) {
        this.history = history;
        this.messages = messages;
    }

    void acted(ServiceId id, String act, FieldChange... changes) {
        history.record(ServiceKeeping.SUBJECT, id.value(), act, List.of(changes));
    }

    /** What the draft says differently; nothing is written where it says the same. */
    void drafted(ServiceId id, @Nullable ServiceNote before, ServiceNote after) {
        if (!after.equals(before)) {
            history.record(ServiceKeeping.SUBJECT, id.value(), "drafted", changes(before, after));
        }
    }

    ServicesChangedMeanwhile changedMeanwhile(ServiceId id, long version, long basedOn) {
        return new ServicesChangedMeanwhile(
                version, history.newest(id.value(), (int) Math.clamp(version - basedOn, 1, 50)));
    }

    private List<FieldChange> changes(@Nullable ServiceNote before, ServiceNote after) {
        var was = before == null ? null : lines(before);
        var is = lines(after);
        var changes = new ArrayList<FieldChange>();
        for (int i = 0; i < is.size(); i++) {
            changes.add(
                    new FieldChange(
                            is.get(i).field(),
                            was == null ? null : was.get(i).after(),
                            is.get(i).after()));
        }
        return changes;
    }

    private List<FieldChange> lines(ServiceNote note) {
        return List.of(
                line("title", note.title()),
                line("guide", guide(note.guide())),
                line("english", note.english() == null ? null : guide(note.english())),
                line(
                        "grounds",
                        joined(
                                note.grounds().stream()
                                        .map(one ->
                                                one.title()
                                                        + (one.article() == null
                                                                ? ""
                                                                : " " + one.article())))),
                line("materials", joined(note.materials().stream().map(Material::name))),
                line("kind", of(note.kind())),
                line(
                        "statutoryDays",
                        note.statutoryDays() == null ? null : note.statutoryDays().toString()),
                line("promisedDays", Integer.toString(note.promisedDays())),
                line("modes", joined(note.modes().stream().sorted().map(this::of))),
                line("visits", Integer.toString(note.visits())),
                line("window", note.window()),
                line("topics", joined(note.topics().stream())),
                line("form", joined(note.form().fields().stream().map(FormField::label))),
                line(
                        "procedure",
                        joined(
                                Stream.concat(
                                        note.procedure().steps().stream()
                                                .map(step ->
                                                        of(step.step())
                                                                + (step.days() == null
                                                                        ? ""
                                                                        : " " + step.days())),
                                        note.procedure().seats().stream().map(ReviewSeat::name)))),
                line("letters", joined(note.letters().stream().map(LetterTemplate::title))),
                line("parts", joined(note.parts().stream().map(ServiceId::toString))));
    }

    private String of(Enum<?> constant) {
        return messages.of(Locale.SIMPLIFIED_CHINESE, constant);
    }

    private static @Nullable String guide(GuideText guide) {
        var words = new ArrayList<String>();
        add(words, guide.audience());
        add(words, guide.conditions());
        add(words, guide.process());
        add(words, guide.fees());
        add(words, guide.result());
        add(words, guide.contact());
        return joined(words.stream());
    }

    private static void add(List<String> words, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            words.add(text);
        }
    }

    private static @Nullable String joined(Stream<String> words) {
        var text = words.collect(Collectors.joining("；"));
        return text.isEmpty() ? null : text;
    }

    private static FieldChange line(String field, @Nullable String value) {
        return new FieldChange(
                field,
                null,
                value == null || value.isBlank()
                        ? null
                        : ChineseText.cut(ChineseText.storable(value), LONGEST));
    }
}
