package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Glyph;

/** The matrix: which role may do what, and how far; and the zone's own roles. */
@Route("roles")
@RolesAllowed(AccessPermissions.READ)
class RolesView extends Main implements HasDynamicTitle {
    final Button create = new Button();
    final Div matrix = new Div();

    private final transient RoleKeeping keeping;
    private final transient Permissions permissions;
    private final transient Messages messages;
    private final boolean mayGrant;

    RolesView(
            RoleKeeping keeping,
            Permissions permissions,
            CurrentPerson current,
            Messages messages) {
        this.keeping = keeping;
        this.permissions = permissions;
        this.messages = messages;
        mayGrant = current.may(AccessPermissions.GRANT);
        addClassName("list-page");
        create.setText(getTranslation("ui.roles.create"));
        create.setIcon(new Glyph(Glyph.Of.PLUS));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(mayGrant);
        create.addClickListener(click -> edit(null));
        var actions = new Div(create);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.roles")), actions);
        head.addClassName("page-head");
        matrix.addClassName("matrix");
        matrix.getElement().setAttribute("tabindex", "0");
        matrix.getElement().setAttribute("role", "region");
        matrix.getElement().setAttribute("aria-label", getTranslation("ui.roles"));
        add(head, new Paragraph(getTranslation("ui.roles.detail")), matrix);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.roles") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        var roles = keeping.all();
        var names = new RoleNames(roles, messages, getLocale());
        matrix.removeAll();
        matrix.add(table(roles, names));
    }

    private NativeTable table(Collection<RoleRow> roles, RoleNames names) {
        var table = new NativeTable();
        var head = table.getHead().addRow();
        head.addHeaderCell().setText(getTranslation("ui.roles.permission"));
        for (var role : roles) {
            head.addHeaderCell().add(heading(role, names));
        }
        byModule()
                .forEach((word, ofModule) -> {
                    var group = new NativeTableHeaderCell(names.ofModule(word));
                    group.getElement().setAttribute("colspan", Integer.toString(roles.size() + 1));
                    group.addClassName("group");
                    table.getBody().addRow().add(group);
                    ofModule.forEach(
                            permission -> row(table.getBody().addRow(), permission, roles, names));
                });
        return table;
    }

    private void row(
            NativeTableRow row, String permission, Collection<RoleRow> roles, RoleNames names) {
        var name = row.addHeaderCell();
        name.setText(names.ofPermission(permission));
        name.setTitle(permission);
        for (var role : roles) {
            var cell = row.addDataCell();
            if (role.permissions().contains(permission)) {
                var mark = new Span("✓");
                mark.setTitle(names.of(role.scope()));
                mark.getElement()
                        .setAttribute("aria-label", names.of(role.scope()))
                        .setAttribute("role", "img");
                cell.add(mark);
            }
        }
    }

    private Component heading(RoleRow role, RoleNames names) {
        var name = new Span(names.of(role));
        var scope = new Span(names.of(role.scope()));
        scope.addClassName("sub");
        var heading = new Div(name, scope);
        heading.addClassName("name-cell");
        if (role.isOwn() && mayGrant) {
            var change = new Button(new Glyph(Glyph.Of.EDIT), click -> edit(role));
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            change.setAriaLabel(getTranslation("ui.roles.change", names.of(role)));
            heading.add(change);
        }
        return heading;
    }

    private void edit(@org.jspecify.annotations.Nullable RoleRow role) {
        new RoleDialog(
                        keeping,
                        permissions,
                        new RoleNames(java.util.List.of(), messages, getLocale()),
                        role,
                        this::refresh)
                .open();
    }

    /** All that anyone in a zone may be allowed to do. */
    private Map<String, TreeSet<String>> byModule() {
        var byModule = new TreeMap<String, TreeSet<String>>();
        keeping.all().stream()
                .flatMap(role -> role.permissions().stream())
                .forEach(permission ->
                        byModule.computeIfAbsent(
                                        permission.substring(0, permission.indexOf(':')),
                                        word -> new TreeSet<>())
                                .add(permission));
        return byModule;
    }
}
