package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.ui.kit.Tell;

/** A role of the zone's own: its name, what it may do, and how far. */
class RoleDialog extends Dialog {
    final TextField name = new TextField();
    final Select<DataScope> scope = new Select<>();
    final CheckboxGroup<String> may = new CheckboxGroup<>();
    final Button save = new Button();
    final Button remove = new Button();

    RoleDialog(
            RoleKeeping keeping,
            Permissions permissions,
            RoleNames names,
            @Nullable RoleRow role,
            Runnable changed) {
        setHeaderTitle(getTranslation(role == null ? "ui.roles.create" : "ui.roles.change.title"));
        setWidth("min(560px, 94vw)");
        name.setLabel(getTranslation("ui.roles.name"));
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        scope.setLabel(getTranslation("ui.roles.scope"));
        scope.setItems(DataScope.values());
        scope.setItemLabelGenerator(names::of);
        scope.setWidthFull();
        may.setLabel(getTranslation("ui.roles.may"));
        may.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        may.setItems(permissions.ofZones());
        may.setItemLabelGenerator(permission ->
                names.ofModule(permission.substring(0, permission.indexOf(':')))
                        + " · "
                        + names.ofPermission(permission));
        scope.setValue(role == null ? DataScope.ZONE : role.scope());
        if (role != null) {
            name.setValue(String.valueOf(role.name()));
            may.select(role.permissions());
        }
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                var kept =
                        role == null
                                ? keeping.create(name.getValue(), scope.getValue(), may.getValue())
                                : keeping.change(
                                        UUID.fromString(role.id()),
                                        role.version() == null ? 0 : role.version(),
                                        name.getValue(),
                                        scope.getValue(),
                                        may.getValue());
                close();
                Tell.done(getTranslation("ui.roles.saved", kept.name()));
                changed.run();
            } finally {
                save.setEnabled(true);
            }
        });
        remove.setText(getTranslation("ui.roles.remove"));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        remove.setVisible(role != null);
        remove.addClickListener(click -> {
            if (role != null) {
                keeping.remove(UUID.fromString(role.id()));
                close();
                changed.run();
            }
        });
        add(name, scope, may);
        getFooter()
                .add(remove, new Button(getTranslation("ui.form.cancel"), click -> close()), save);
    }
}
