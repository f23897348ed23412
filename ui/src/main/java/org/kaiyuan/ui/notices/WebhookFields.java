package org.kaiyuan.ui.notices;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.platform.notices.WebhookKind;

/** Where a webhook is told, and of what. */
class WebhookFields extends FormLayout {
    final TextField url = new TextField();
    final CheckboxGroup<WebhookKind> kinds = new CheckboxGroup<>();

    WebhookFields(List<WebhookKind> all) {
        url.setLabel(getTranslation("ui.webhooks.url"));
        url.setPlaceholder("https://");
        url.setHelperText(getTranslation("ui.webhooks.url.help"));
        url.setRequiredIndicatorVisible(true);
        url.setManualValidation(true); // the use case refuses in words
        kinds.setLabel(getTranslation("ui.webhooks.kinds"));
        kinds.setItems(all);
        kinds.setItemLabelGenerator(kind -> getTranslation(kind.titleKey()));
        setResponsiveSteps(new ResponsiveStep("0", 1));
        add(url, kinds);
    }

    Set<String> chosen() {
        return kinds.getValue().stream().map(WebhookKind::kind).collect(Collectors.toSet());
    }

    void choose(List<WebhookKind> all, List<String> chosen) {
        kinds.setValue(
                all.stream().filter(k -> chosen.contains(k.kind())).collect(Collectors.toSet()));
    }
}
