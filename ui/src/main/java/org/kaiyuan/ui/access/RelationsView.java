package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What the tenant has to do with others: what it gives, and what it was given. */
@Route("relations")
@RolesAllowed(AccessPermissions.READ)
class RelationsView extends Main implements HasDynamicTitle {
    final Button begin = new Button();
    final Grid<Relations.Line> given = new Grid<>();
    final Grid<Relations.Received> received = new Grid<>();

    private final transient Relations relations;
    private final transient Permissions permissions;
    private final transient RoleNames names;
    private final transient Clock clock;
    private final boolean mayRelate;

    RelationsView(
            Relations relations,
            Permissions permissions,
            CurrentPerson current,
            Messages messages,
            Clock clock) {
        this.relations = relations;
        this.permissions = permissions;
        this.clock = clock;
        names = new RoleNames(List.of(), messages, getLocale());
        mayRelate = current.may(AccessPermissions.RELATE);
        addClassNames("detail-page");
        begin.setText(getTranslation("ui.relations.begin"));
        begin.setIcon(new Glyph(Glyph.Of.PLUS));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setVisible(mayRelate);
        begin.addClickListener(click -> new BeginDialog().open());
        var actions = new Div(begin);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.relations")), actions);
        head.addClassName("page-head");
        addGiven();
        addReceived();
        add(
                head,
                new Paragraph(getTranslation("ui.relations.detail")),
                new H2(getTranslation("ui.relations.given")),
                given,
                new H2(getTranslation("ui.relations.received")),
                received);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.relations") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        given.setItems(relations.given());
        received.setItems(relations.received());
    }

    private void addGiven() {
        given.addComponentColumn(line -> partner(line.partnerName(), line.kind(), line.document()))
                .setHeader(getTranslation("ui.relations.partner"))
                .setFlexGrow(2)
                .setWidth("220px");
        given.addComponentColumn(line -> may(line.permissions()))
                .setHeader(getTranslation("ui.relations.permissions"))
                .setFlexGrow(2)
                .setWidth("200px");
        given.addComponentColumn(line -> term(line.startsOn(), line.endsOn(), state(line)))
                .setHeader(getTranslation("ui.relations.term"))
                .setWidth("210px");
        given.addComponentColumn(this::ending).setWidth("110px").setFlexGrow(0);
        Narrow.stack(
                this,
                given,
                getTranslation("ui.relations.partner"),
                line -> partner(line.partnerName(), line.kind(), line.document()),
                line -> may(line.permissions()),
                line -> term(line.startsOn(), line.endsOn(), state(line)),
                this::ending);
        given.setAllRowsVisible(true);
        given.setEmptyStateComponent(
                new EmptyState(Glyph.Of.MERGE, getTranslation("ui.relations.none")));
    }

    private void addReceived() {
        received.addComponentColumn(line -> partner(line.giverName(), line.kind(), line.document()))
                .setHeader(getTranslation("ui.relations.giver"))
                .setFlexGrow(2)
                .setWidth("220px");
        received.addComponentColumn(this::termOf)
                .setHeader(getTranslation("ui.relations.term"))
                .setWidth("210px");
        Narrow.stack(
                this,
                received,
                getTranslation("ui.relations.giver"),
                line -> partner(line.giverName(), line.kind(), line.document()),
                this::termOf);
        received.setAllRowsVisible(true);
        received.setEmptyStateText(getTranslation("ui.relations.received.none"));
    }

    private Component termOf(Relations.Received line) {
        return term(
                line.startsOn(),
                line.endsOn(),
                line.endedAt() == null ? "" : getTranslation("ui.relations.ended"));
    }

    private Component ending(Relations.Line line) {
        if (!mayRelate || line.endedAt() != null) {
            return new Span();
        }
        var end = new Button(getTranslation("ui.relations.end"));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        end.addClickListener(click -> sure(line).open());
        return end;
    }

    private Dialog sure(Relations.Line line) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("ui.relations.end.title", line.partnerName()));
        dialog.add(new Paragraph(getTranslation("ui.relations.end.detail")));
        var go = new Button(getTranslation("ui.relations.end"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.addClickListener(click -> {
            relations.end(line.id());
            dialog.close();
            refresh();
        });
        dialog.getFooter()
                .add(new Button(getTranslation("ui.form.cancel"), c -> dialog.close()), go);
        return dialog;
    }

    private String state(Relations.Line line) {
        if (line.endedAt() != null) {
            return getTranslation("ui.relations.ended");
        }
        return line.holdsOn(LocalDate.now(clock)) ? getTranslation("ui.relations.holds") : "";
    }

    private Component partner(String name, RelationKind kind, String document) {
        var title = new Span(name);
        title.addClassName("title");
        var sub = new Span(names.of(kind) + " · " + document);
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component may(Set<String> entrusted) {
        var words =
                new Span(
                        entrusted.isEmpty()
                                ? Shown.NOTHING
                                : entrusted.stream()
                                        .map(names::ofPermission)
                                        .collect(Collectors.joining("、")));
        words.addClassName("wrapped");
        return words;
    }

    private Component term(LocalDate from, @Nullable LocalDate to, String state) {
        var cell =
                new Div(
                        new Span(
                                Shown.date(from)
                                        + " – "
                                        + (to == null
                                                ? getTranslation("ui.relations.open")
                                                : Shown.date(to))));
        cell.addClassName("name-cell");
        if (!state.isEmpty()) {
            var sub = new Span(state);
            sub.addClassName("sub");
            cell.add(sub);
        }
        return cell;
    }

    /** Beginning a relation. */
    private final class BeginDialog extends Dialog {
        private final Select<RelationKind> kind = new Select<>();
        private final TextField partner = new TextField();
        private final TextField document = new TextField();
        private final DatePicker from = new DatePicker();
        private final DatePicker to = new DatePicker();
        private final CheckboxGroup<String> may = new CheckboxGroup<>();

        BeginDialog() {
            setHeaderTitle(getTranslation("ui.relations.begin"));
            setWidth("min(600px, 94vw)");
            kind.setLabel(getTranslation("ui.relations.kind"));
            kind.setItems(RelationKind.values());
            kind.setItemLabelGenerator(names::of);
            kind.setValue(RelationKind.ENTRUSTS);
            kind.addValueChangeListener(
                    change -> may.setVisible(change.getValue() == RelationKind.ENTRUSTS));
            partner.setLabel(getTranslation("ui.relations.code"));
            partner.setHelperText(getTranslation("ui.relations.code.help"));
            document.setLabel(getTranslation("ui.relations.document"));
            document.setMaxLength(200);
            from.setLabel(getTranslation("ui.relations.from"));
            from.setValue(LocalDate.now(clock));
            to.setLabel(getTranslation("ui.relations.to"));
            to.setHelperText(getTranslation("ui.relations.to.help"));
            may.setLabel(getTranslation("ui.relations.permissions"));
            may.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            may.setItems(permissions.ofZones());
            may.setItemLabelGenerator(names::ofPermission);
            var go = new Button(getTranslation("ui.relations.begin"));
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            go.setDisableOnClick(true);
            go.addClickListener(click -> {
                try {
                    begin();
                } finally {
                    go.setEnabled(true);
                }
            });
            add(new FormLayout(kind, partner, document, from, to), may);
            getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), go);
        }

        private void begin() {
            var first = from.getValue() == null ? LocalDate.now(clock) : from.getValue();
            relations.begin(
                    kind.getValue(),
                    partner.getValue(),
                    may.isVisible() ? may.getValue() : Set.of(),
                    first,
                    to.getValue(),
                    document.getValue());
            close();
            Tell.done(getTranslation("ui.relations.begun"));
            refresh();
        }
    }
}
