package org.kaiyuan.ui.notices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.platform.notices.Letters;
import org.kaiyuan.platform.notices.NoticePreference;
import org.kaiyuan.platform.notices.NoticePreferences;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** How the signed-in person wants to be told: which kinds, by bell or e-mail, and when not. */
@Route("notices/settings")
@PermitAll
class NoticeSettingsView extends Main implements HasDynamicTitle {
    final EmailField email = new EmailField();
    final Select<Locale> language = new Select<>();
    final TimePicker quietFrom = new TimePicker();
    final TimePicker quietTo = new TimePicker();
    final Map<String, Checkbox> onBell = new LinkedHashMap<>();
    final Map<String, Checkbox> byEmail = new LinkedHashMap<>();
    final Button save = new Button();

    private final transient NoticePreferences preferences;

    NoticeSettingsView(NoticePreferences preferences, Letters letters, Messages messages) {
        this.preferences = preferences;
        addClassNames("detail-page", "form-page");
        add(new H1(getTranslation("ui.noticeSettings")));
        if (CurrentTenant.maybe().isEmpty()) {
            add(new EmptyState(Glyph.Of.BELL, getTranslation("ui.noticeSettings.noZone")));
            return;
        }
        add(new Paragraph(getTranslation("ui.noticeSettings.detail")));
        email.setLabel(getTranslation("ui.noticeSettings.email"));
        email.setHelperText(
                getTranslation(
                        letters.areSent()
                                ? "ui.noticeSettings.email.help"
                                : "ui.noticeSettings.email.off"));
        email.setManualValidation(true); // the use case refuses in words
        email.setClearButtonVisible(true);
        language.setLabel(getTranslation("ui.noticeSettings.language"));
        language.setItems(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
        language.setItemLabelGenerator(one -> getTranslation("ui.language." + one.getLanguage()));
        quietFrom.setLabel(getTranslation("ui.noticeSettings.quietFrom"));
        quietTo.setLabel(getTranslation("ui.noticeSettings.quietTo"));
        quietTo.setHelperText(getTranslation("ui.noticeSettings.quiet.help"));
        for (var time : new TimePicker[] {quietFrom, quietTo}) {
            time.setStep(Duration.ofMinutes(30));
            time.setClearButtonVisible(true);
        }
        save.setText(getTranslation("ui.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        add(
                new FormLayout(email, language, quietFrom, quietTo),
                new H2(getTranslation("ui.noticeSettings.kinds")),
                kinds(),
                save);
        show(preferences.mine());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.noticeSettings") + " · " + getTranslation("ui.product");
    }

    private Div kinds() {
        var table = new Div();
        table.addClassName("notice-kinds");
        table.getElement().setAttribute("role", "group");
        table.add(
                head("ui.noticeSettings.kind"),
                head("ui.noticeSettings.bell"),
                head("ui.noticeSettings.byEmail"));
        for (var kind : preferences.kinds()) {
            var name = getTranslation(kind.titleKey());
            table.add(
                    new Span(name),
                    box(kind.kind(), onBell, name, "ui.noticeSettings.bell"),
                    box(kind.kind(), byEmail, name, "ui.noticeSettings.byEmail"));
        }
        return table;
    }

    private Span head(String key) {
        var head = new Span(getTranslation(key));
        head.addClassName("what");
        return head;
    }

    private Checkbox box(String kind, Map<String, Checkbox> all, String name, String key) {
        var box = new Checkbox();
        box.setAriaLabel(name + " · " + getTranslation(key));
        all.put(kind, box);
        return box;
    }

    private void show(NoticePreference kept) {
        email.setValue(kept.email() == null ? "" : kept.email());
        language.setValue(
                kept.language().getLanguage().equals("en")
                        ? Locale.ENGLISH
                        : Locale.SIMPLIFIED_CHINESE);
        quietFrom.setValue(kept.quietFrom());
        quietTo.setValue(kept.quietTo());
        onBell.forEach((kind, box) -> box.setValue(!kept.mutedOnBell().contains(kind)));
        byEmail.forEach((kind, box) -> box.setValue(!kept.mutedByEmail().contains(kind)));
    }

    private void save() {
        preferences.choose(
                new NoticePreference(
                        email.getValue().isBlank() ? null : email.getValue(),
                        language.getValue(),
                        quietFrom.getValue(),
                        quietTo.getValue(),
                        muted(onBell),
                        muted(byEmail)));
        Tell.done(getTranslation("ui.saved"));
    }

    private static Set<String> muted(Map<String, Checkbox> boxes) {
        return boxes.entrySet().stream()
                .filter(one -> !one.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
