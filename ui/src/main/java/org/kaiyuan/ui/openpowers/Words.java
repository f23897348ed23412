package org.kaiyuan.ui.openpowers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** What a page says, in its language. */
final class Words {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Messages messages;
    private final Locale locale;

    Words(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @param key without what all of them begin with */
    public String of(String key, @Nullable Object... arguments) {
        return messages.text(locale, "ui.openpowers." + key, arguments);
    }

    public String called(Enum<?> constant) {
        return messages.of(locale, constant);
    }

    /** What a field of an entry is called, by the name that the API gives it. */
    public String field(String name) {
        return of("field." + name);
    }

    /** As {@code html lang} says it. */
    public String language() {
        return isEnglish() ? "en" : "zh-CN";
    }

    public boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    String day(Instant moment) {
        return Shown.date(LocalDate.ofInstant(moment, HERE));
    }

    String moment(Instant moment) {
        return Shown.moment(moment);
    }

    String date(@Nullable LocalDate date) {
        return Shown.date(date);
    }
}
