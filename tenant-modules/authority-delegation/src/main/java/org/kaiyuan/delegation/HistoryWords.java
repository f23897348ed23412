package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** Values as the history tells them: in Chinese words, since it is read for years and by people. */
@Component
class HistoryWords {
    private static final List<String> ANSWER =
            List.of("answer", "body", "said", "document", "answeredOn", "grantedOn");

    private final Messages messages;

    HistoryWords(Messages messages) {
        this.messages = messages;
    }

    @Nullable String of(@Nullable Enum<?> constant) {
        return constant == null ? null : messages.of(Locale.SIMPLIFIED_CHINESE, constant);
    }

    String of(ReadinessLine line) {
        var state = messages.of(Locale.SIMPLIFIED_CHINESE, line.state());
        var on = line.doneOn() == null ? "" : " " + line.doneOn();
        return state + on + (line.remark() == null ? "" : "（" + line.remark() + "）");
    }

    List<FieldChange> answer(
            @Nullable PowerAnswerNote before, AnswerStep step, PowerAnswerNote after) {
        var changes = new ArrayList<FieldChange>();
        var was = before == null ? new @Nullable String[6] : values(before);
        var is = values(after);
        if (before == null) {
            changes.add(change("step", null, of(step)));
        }
        for (int i = 0; i < is.length; i++) {
            changes.add(change(ANSWER.get(i), was[i], is[i]));
        }
        return changes;
    }

    private @Nullable String[] values(PowerAnswerNote note) {
        return new @Nullable String[] {
            of(note.outcome()),
            note.body(),
            note.said(),
            note.document(),
            day(note.answeredOn()),
            day(note.grantedOn())
        };
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** One line where something is said, else the act alone. */
    static List<FieldChange> ifSaid(String field, @Nullable Object said) {
        return said == null ? List.of() : List.of(change(field, null, said));
    }

    static FieldChange change(String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(
                field,
                before == null ? null : before.toString(),
                after == null ? null : after.toString());
    }
}
