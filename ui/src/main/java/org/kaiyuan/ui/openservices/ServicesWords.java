package org.kaiyuan.ui.openservices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** What a page says, in its language. */
final class ServicesWords {
    private final Messages messages;
    private final Locale locale;

    ServicesWords(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @param key without what all of them begin with */
    public String of(String key, @Nullable Object... arguments) {
        return messages.text(locale, "ui.services.public." + key, arguments);
    }

    public String called(Enum<?> constant) {
        return messages.of(locale, constant);
    }

    /** A sentence of another room. */
    String sentence(String key, @Nullable Object... arguments) {
        return messages.text(locale, key, arguments);
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

    public String date(@Nullable LocalDate date) {
        return Shown.date(date);
    }

    public String moment(Instant moment) {
        return Shown.moment(moment);
    }
}
