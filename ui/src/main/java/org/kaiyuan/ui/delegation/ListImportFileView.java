package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportField;
import org.kaiyuan.delegation.ListImportLine;
import org.kaiyuan.delegation.ListImportView;
import org.kaiyuan.delegation.UnknownListImport;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** A file on its way to a draft: what its columns hold, what it says compared to the list, what becomes of each line. */
@Route("delegation/imports/:import")
@RolesAllowed(DelegationPermissions.WRITE)
class ListImportFileView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final List<ComboBox<ListImportField>> columns = new ArrayList<>();
    final TextField authority = new TextField();
    final TextField body = new TextField();
    final Select<DelegationMode> mode = new Select<>();
    final DayField effective = new DayField();
    final TextField document = new TextField();
    final DayField decided = new DayField();
    final DayField recallOn = new DayField();
    final Button compare = new Button();
    final Button toDraft = new Button();
    final Div result = new Div();

    private final transient DelegationDoors doors;
    private @Nullable UUID id;
    private String title = "";

    ListImportFileView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "import-page", "list-import");
        compare.setText(getTranslation("ui.delegation.import.compare"));
        compare.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        compare.setDisableOnClick(true);
        compare.addClickListener(click -> {
            try {
                compare();
            } finally {
                compare.setEnabled(true);
            }
        });
        toDraft.setText(getTranslation("ui.delegation.import.toDraft"));
        toDraft.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        toDraft.setDisableOnClick(true);
        toDraft.addClickListener(click -> {
            try {
                draft();
            } finally {
                toDraft.setEnabled(true);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        columns.clear();
        try {
            id = UUID.fromString(event.getRouteParameters().get("import").orElse(""));
            show(doors.importDirectory().get(id));
        } catch (UnknownListImport | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.refusal.unknownImport"),
                            PowerCells.link(
                                    DelegationNavigation.LISTS,
                                    getTranslation("ui.delegation.lists.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(ListImportView view) {
        title = view.fileName();
        var list = doors.lists().get(view.list());
        var heading = new Div(new H1(view.fileName()));
        heading.addClassName("page-head");
        add(
                PowerCells.link(
                        DelegationNavigation.list(view.list()) + "?tab=imports", list.title()),
                heading,
                new Paragraph(
                        getTranslation(
                                "ui.delegation.import.said",
                                view.rows(),
                                view.broughtName(),
                                Shown.moment(view.broughtAt()))));
        if (view.state() == ListImportView.State.DRAFTED) {
            add(
                    new EmptyState(
                            Glyph.Of.CHECK,
                            getTranslation("ui.delegation.import.drafted"),
                            PowerCells.link(
                                    DelegationNavigation.draft(view.list()),
                                    getTranslation("ui.delegation.tab.draft"))));
            return;
        }
        add(new H2(getTranslation("ui.delegation.import.columns")), mapping(view));
        add(new H2(getTranslation("ui.delegation.import.defaults")), defaults(view.defaults()));
        var acts = new Div(compare);
        acts.addClassName("actions");
        add(acts, result);
        result(view);
    }

    private Component mapping(ListImportView view) {
        var all = new Div();
        all.addClassName("import-columns");
        for (int i = 0; i < view.headings().size(); i++) {
            var box = new ComboBox<ListImportField>();
            box.setItems(ListImportField.values());
            box.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
            box.setPlaceholder(getTranslation("ui.delegation.import.notTaken"));
            box.setClearButtonVisible(true);
            box.setLabel(view.headings().get(i));
            box.setValue(view.fields().get(i));
            int column = i;
            var samples =
                    new Span(
                            String.join(
                                    " / ",
                                    view.samples().stream()
                                            .map(cells ->
                                                    column < cells.size() ? cells.get(column) : "")
                                            .filter(text -> !text.isBlank())
                                            .map(text ->
                                                    text.length() > 30
                                                            ? text.substring(0, 30) + "…"
                                                            : text)
                                            .toList()));
            samples.addClassName("sub");
            columns.add(box);
            var one = new Div(box, samples);
            one.addClassName("import-column");
            all.add(one);
        }
        return all;
    }

    private Component defaults(ListImportDefaults said) {
        field(authority, "originalAuthority", said.originalAuthority());
        field(body, "receivingBody", said.receivingBody());
        field(document, "document", said.document());
        mode.setLabel(getTranslation("ui.delegation.field.mode"));
        mode.setItems(DelegationMode.values());
        mode.setEmptySelectionAllowed(true);
        mode.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.delegation.import.mode.usual")
                        : doors.messages().of(getLocale(), one));
        mode.setValue(said.mode());
        effective.setLabel(getTranslation("ui.delegation.field.effectiveOn"));
        effective.setHelperText(getTranslation("ui.delegation.import.effective.help"));
        effective.setValue(said.effectiveOn());
        decided.setLabel(getTranslation("ui.delegation.field.decidedOn"));
        decided.setValue(said.decidedOn());
        recallOn.setLabel(getTranslation("ui.delegation.recall.on"));
        recallOn.setHelperText(getTranslation("ui.delegation.import.recall.help"));
        recallOn.setValue(said.recallOn());
        var grid = new Div(authority, body, mode, effective, document, decided, recallOn);
        grid.addClassName("form-grid");
        return grid;
    }

    private void field(TextField field, String key, @Nullable String value) {
        field.setLabel(getTranslation("ui.delegation.field." + key));
        field.setMaxLength(200);
        field.setValue(value == null ? "" : value);
    }

    private void compare() {
        var of = id;
        if (of == null) {
            return;
        }
        var fields = new ArrayList<@Nullable ListImportField>();
        columns.forEach(box -> fields.add(box.getValue()));
        doors.imports()
                .compare(
                        of,
                        fields,
                        new ListImportDefaults(
                                text(authority),
                                text(body),
                                mode.getValue(),
                                effective.getValue(),
                                text(document),
                                decided.getValue(),
                                recallOn.getValue()));
        result(doors.importDirectory().get(of));
    }

    private static @Nullable String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private void result(ListImportView view) {
        result.removeAll();
        if (view.state() == ListImportView.State.BROUGHT) {
            return;
        }
        var figures = new Div();
        figures.addClassName("key-figures");
        for (var kind : ListImportLine.Kind.values()) {
            figures.add(
                    new KeyFigure(
                            Shown.figure(view.count(kind)),
                            doors.messages().of(getLocale(), kind)));
        }
        var said =
                new Span(
                        view.open() > 0
                                ? getTranslation("ui.delegation.import.open", view.open())
                                : getTranslation("ui.delegation.import.ready"));
        toDraft.setEnabled(view.open() == 0);
        var acts = new Div(toDraft);
        acts.addClassName("actions");
        var steps = new Div(said, acts);
        steps.addClassNames("told", "draft-steps");
        result.add(
                new H2(
                        view.comparedWith() == null || view.comparedWith() == 0
                                ? getTranslation("ui.delegation.import.compared.first")
                                : getTranslation(
                                        "ui.delegation.import.compared", view.comparedWith())),
                figures,
                steps,
                new ImportLines(doors, view, () -> result(doors.importDirectory().get(view.id()))));
    }

    private void draft() {
        var of = id;
        if (of == null) {
            return;
        }
        var view = doors.importDirectory().get(of);
        int many = doors.imports().toDraft(of);
        Tell.done(getTranslation("ui.delegation.import.done", many));
        getUI().ifPresent(ui ->
                ui.navigate(
                        DelegationNavigation.list(view.list()),
                        QueryParameters.of("tab", "draft")));
    }
}
