package org.kaiyuan.ui.openpages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** What a page says, in its language. */
public class PageWords {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Messages messages;
    private final Locale locale;
    private final String beginning;

    /** @param beginning of all keys of these pages */
    public PageWords(Messages messages, Locale locale, String beginning) {
        this.messages = messages;
        this.locale = locale;
        this.beginning = beginning;
    }

    /** @param key without what all of them begin with */
    public final String of(String key, @Nullable Object... arguments) {
        return messages.text(locale, beginning + key, arguments);
    }

    public final String called(Enum<?> constant) {
        return messages.of(locale, constant);
    }

    /** A sentence of another room, such as of a refusal. */
    public final String sentence(String key, @Nullable Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** As {@code html lang} says it. */
    public final String language() {
        return isEnglish() ? "en" : "zh-CN";
    }

    public final boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }

    public final Locale locale() {
        return locale;
    }

    public final String day(Instant moment) {
        return Shown.date(LocalDate.ofInstant(moment, HERE));
    }

    public final String moment(Instant moment) {
        return Shown.moment(moment);
    }

    public final String date(@Nullable LocalDate date) {
        return Shown.date(date);
    }
}
