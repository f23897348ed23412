package org.kaiyuan.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** Gives Vaadin the sentences of all rooms: Chinese first, English complete. */
@Component
class Languages implements I18NProvider {
    static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Messages messages;

    Languages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** The language under this name, or Chinese. */
    static Locale of(String language) {
        return "en".equals(language) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
