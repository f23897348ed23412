package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.ui.kit.Tell;

/** A program: its name, what it may, from where, and until when. A new one's secret is shown once. */
class ApiClientDialog extends Dialog {
    final TextField name = new TextField();
    final CheckboxGroup<String> may = new CheckboxGroup<>();
    final TextArea addresses = new TextArea();
    final DatePicker lastDay = new DatePicker();
    final Button save = new Button();

    private final transient ApiClientKeeping keeping;
    private final transient Clock clock;
    private final transient @Nullable ApiClientRow client;
    private final transient Consumer<UUID> changed;

    ApiClientDialog(
            ApiClientKeeping keeping,
            RoleNames names,
            Clock clock,
            @Nullable ApiClientRow client,
            Consumer<UUID> changed) {
        this.keeping = keeping;
        this.clock = clock;
        this.client = client;
        this.changed = changed;
        setHeaderTitle(
                getTranslation(client == null ? "ui.clients.create" : "ui.clients.change.title"));
        setWidth("min(560px, 94vw)");
        addFields(names);
        if (client != null) {
            name.setValue(client.name());
            may.select(client.scopes());
            addresses.setValue(String.join("\n", client.addresses()));
            if (client.expiresAt() != null) {
                var ends = client.expiresAt().atZone(clock.getZone());
                lastDay.setValue(ends.minusNanos(1).toLocalDate());
            }
        }
        save.setText(getTranslation(client == null ? "ui.clients.create" : "ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), save);
    }

    private void addFields(RoleNames names) {
        name.setLabel(getTranslation("ui.clients.name"));
        name.setHelperText(getTranslation("ui.clients.name.help"));
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        var offered = new TreeSet<>(keeping.grantable());
        if (client != null) {
            offered.addAll(client.scopes());
        }
        may.setLabel(getTranslation("ui.clients.scopes"));
        may.setHelperText(getTranslation("ui.clients.scopes.help"));
        may.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        may.setItems(offered);
        may.setItemLabelGenerator(permission ->
                names.ofModule(permission.substring(0, permission.indexOf(':')))
                        + " · "
                        + names.ofPermission(permission));
        addresses.setLabel(getTranslation("ui.clients.addresses"));
        addresses.setHelperText(getTranslation("ui.clients.addresses.help"));
        addresses.setPlaceholder("10.20.0.0/16");
        addresses.setMaxLength(4000);
        addresses.setWidthFull();
        lastDay.setLabel(getTranslation("ui.clients.lastDay"));
        lastDay.setHelperText(getTranslation("ui.clients.lastDay.help"));
        lastDay.setClearButtonVisible(true);
        lastDay.setWidthFull();
        add(name, may, addresses, lastDay);
    }

    private void save() {
        var terms = new ApiClientKeeping.Terms(name.getValue(), may.getValue(), networks(), end());
        if (client == null) {
            var told = keeping.create(terms);
            close();
            changed.accept(told.client().id());
            new SecretDialog(told).open();
        } else {
            var kept = keeping.change(client.id(), client.version(), terms);
            close();
            Tell.done(getTranslation("ui.clients.saved", kept.name()));
            changed.accept(kept.id());
        }
    }

    private List<String> networks() {
        return addresses.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** The whole of the last day still counts. */
    private @Nullable Instant end() {
        var day = lastDay.getValue();
        return day == null ? null : day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
