package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseCount;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;

/** All enterprises of the zone, filtered and ordered; the address holds what is set. */
@Route("enterprises")
@RolesAllowed(EnterprisePermissions.READ)
class EnterpriseListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final TextField name = new TextField();
    final MultiSelectComboBox<EnterpriseStatus> status = new MultiSelectComboBox<>();
    final TextField industry = new TextField();
    final ComboBox<String> qualification = new ComboBox<>();
    final ComboBox<String> tag = new ComboBox<>();
    final Checkbox aboveScale = new Checkbox();
    final Select<EnterpriseOrder> order = new Select<>();
    final Grid<EnterpriseRow> rows = new Grid<>();
    final Span count = new Span();
    final Span told = new Span();

    private final transient EnterpriseDirectory directory;
    private final transient EnterpriseSearch search;
    private final transient Messages messages;
    private final transient Map<String, String> qualificationNames;
    private final transient KeysetPages<EnterpriseRow> pages;
    private boolean settling = true;

    EnterpriseListView(
            EnterpriseDirectory directory,
            EnterpriseSearch search,
            CurrentPerson person,
            Messages messages) {
        this.directory = directory;
        this.search = search;
        this.messages = messages;
        this.qualificationNames =
                directory.qualificationKinds().stream()
                        .collect(
                                Collectors.toMap(
                                        kind -> kind.code(),
                                        kind -> kind.name(),
                                        (a, b) -> a,
                                        LinkedHashMap::new));
        this.pages =
                new KeysetPages<>((after, limit) -> {
                    var page = directory.find(filter(), order.getValue(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassName("list-page");
        setSizeFull();
        count.addClassName("count");
        var head = new Div(new H1(getTranslation("ui.enterprises")), count);
        var actions = new Div();
        actions.addClassName("actions");
        if (person.may(EnterprisePermissions.IMPORT)) {
            actions.add(
                    new Button(
                            getTranslation("ui.import.open"),
                            new Glyph(Glyph.Of.IMPORT),
                            click -> getUI().ifPresent(ui -> ui.navigate(ImportView.class))));
        }
        if (person.may(EnterprisePermissions.WRITE)) {
            var fresh =
                    new Button(
                            getTranslation("ui.enterprises.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click ->
                                    getUI().ifPresent(ui -> ui.navigate(EnterpriseFormView.class)));
            fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(fresh);
        }
        head.add(actions);
        head.addClassName("page-head");
        told.addClassName("told");
        told.setVisible(false);
        add(head, filterBar(), told, grid());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        settling = true;
        name.setValue(first(asked, "q"));
        industry.setValue(first(asked, "industry"));
        status.setValue(
                asked.getOrDefault("status", List.of()).stream()
                        .flatMap(s ->
                                List.of(EnterpriseStatus.values()).stream()
                                        .filter(v -> v.name().equals(s)))
                        .collect(Collectors.toSet()));
        qualification.setValue(known(qualificationNames.keySet(), first(asked, "qualification")));
        tag.setValue(known(new TreeSet<>(directory.tags()), first(asked, "tag")));
        aboveScale.setValue("true".equals(first(asked, "aboveScale")));
        order.setValue(
                List.of(EnterpriseOrder.values()).stream()
                        .filter(o -> o.name().equals(first(asked, "order")))
                        .findFirst()
                        .orElse(EnterpriseOrder.NAME));
        settling = false;
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.enterprises") + " · " + getTranslation("ui.product");
    }

    EnterpriseFilter filter() {
        return new EnterpriseFilter(
                null,
                industry.getValue(),
                null,
                null,
                status.getValue(),
                qualification.getValue(),
                aboveScale.getValue() ? Boolean.TRUE : null,
                null,
                null,
                null,
                null,
                null,
                null,
                tag.getValue());
    }

    private Component filterBar() {
        name.setPlaceholder(getTranslation("ui.enterprises.filter.name"));
        name.setAriaLabel(getTranslation("ui.enterprises.filter.name"));
        name.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addClassName("wide");
        industry.setPlaceholder(getTranslation("ui.enterprises.filter.industry"));
        industry.setAriaLabel(getTranslation("ui.enterprises.filter.industry"));
        industry.setClearButtonVisible(true);
        industry.setValueChangeMode(ValueChangeMode.LAZY);
        industry.setWidth("148px");
        status.setItems(EnterpriseStatus.values());
        status.setItemLabelGenerator(messages::of);
        label(status, "ui.enterprises.status");
        qualification.setItems(qualificationNames.keySet());
        qualification.setItemLabelGenerator(code -> qualificationNames.getOrDefault(code, code));
        qualification.setClearButtonVisible(true);
        label(qualification, "ui.enterprises.qualification");
        tag.setItems(directory.tags());
        tag.setClearButtonVisible(true);
        label(tag, "ui.enterprises.tag");
        aboveScale.setLabel(getTranslation("ui.enterprises.aboveScale"));
        order.setItems(EnterpriseOrder.values());
        order.setItemLabelGenerator(messages::of);
        order.setValue(EnterpriseOrder.NAME);
        order.setAriaLabel(getTranslation("ui.enterprises.order"));
        name.addValueChangeListener(change -> changed());
        industry.addValueChangeListener(change -> changed());
        status.addValueChangeListener(change -> changed());
        qualification.addValueChangeListener(change -> changed());
        tag.addValueChangeListener(change -> changed());
        aboveScale.addValueChangeListener(change -> changed());
        order.addValueChangeListener(change -> changed());
        var clear =
                new Button(
                        getTranslation("ui.filter.clear"),
                        click -> getUI().ifPresent(ui -> ui.navigate("enterprises")));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var bar = new Div(name, status, industry, qualification, tag, aboveScale, order, clear);
        bar.addClassName("filter-bar");
        return bar;
    }

    private void label(Component field, String key) {
        field.getElement().setProperty("placeholder", getTranslation(key));
        field.getElement().setProperty("accessibleName", getTranslation(key));
    }

    private Component grid() {
        rows.addThemeVariants(GridVariant.LUMO_ROW_STRIPES);
        rows.addComponentColumn(this::nameCell)
                .setHeader(getTranslation("ui.enterprises.name"))
                .setFlexGrow(3)
                .setWidth("260px");
        rows.addComponentColumn(row -> chip(messages.of(row.status()), row.status().name()))
                .setHeader(getTranslation("ui.enterprises.status"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        rows.addColumn(row -> Shown.text(row.leadingIndustry()))
                .setHeader(getTranslation("ui.enterprises.leadingIndustry"))
                .setWidth("150px");
        rows.addColumn(row -> Shown.text(row.industryCode()))
                .setHeader(getTranslation("ui.enterprises.industryCode"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        rows.addColumn(row -> Shown.tenThousands(row.registeredCapital()))
                .setHeader(getTranslation("ui.enterprises.capital"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px");
        rows.addColumn(row -> Shown.date(row.foundedOn()))
                .setHeader(getTranslation("ui.enterprises.foundedOn"))
                .setWidth("120px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::qualifications)
                .setHeader(getTranslation("ui.enterprises.qualification"))
                .setFlexGrow(2)
                .setWidth("180px");
        rows.addItemClickListener(click ->
                getUI().ifPresent(ui -> ui.navigate("enterprises/" + click.getItem().id())));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.BUILDING, getTranslation("ui.enterprises.empty")));
        rows.setItems(query -> rows(query.getOffset(), query.getLimit()));
        rows.setPageSize(50);
        rows.setSizeFull();
        return rows;
    }

    private Component nameCell(EnterpriseRow row) {
        var title = new Span(row.name());
        var sub =
                new Span(
                        Shown.text(row.creditCode())
                                + (row.city() == null ? "" : " · " + row.city()));
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component qualifications(EnterpriseRow row) {
        var chips = new Div();
        chips.addClassName("chips");
        row.qualifications()
                .forEach(code ->
                        chips.add(chip(qualificationNames.getOrDefault(code, code), "kind")));
        row.tags().forEach(text -> chips.add(chip(text, "tag")));
        return chips;
    }

    private static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }

    private void changed() {
        if (settling) {
            return;
        }
        refresh();
        getUI().ifPresent(ui ->
                ui.getPage()
                        .getHistory()
                        .replaceState(
                                null,
                                new com.vaadin.flow.router.Location("enterprises", parameters())));
    }

    /** With words it is a search, best first; without, the list in its order. */
    private Stream<EnterpriseRow> rows(int offset, int limit) {
        if (name.getValue().isBlank()) {
            return pages.read(offset, limit);
        }
        return search
                .search(name.getValue(), filter(), Math.min(offset + limit, EnterpriseSearch.MOST))
                .items()
                .stream()
                .skip(offset)
                .limit(limit)
                .map(EnterpriseFind::enterprise);
    }

    private void refresh() {
        pages.forget();
        boolean searching = !name.getValue().isBlank();
        order.setEnabled(!searching);
        told.setVisible(false);
        long estimate;
        if (searching) {
            var finds = search.search(name.getValue(), filter(), 1);
            count.setText(getTranslation("ui.enterprises.count", Shown.figure(finds.total())));
            estimate = Math.min(finds.total(), EnterpriseSearch.MOST);
            if (finds.degraded()) {
                told.setText(getTranslation("ui.enterprises.degraded"));
                told.setVisible(true);
            }
        } else {
            EnterpriseCount found = directory.count(filter());
            count.setText(
                    getTranslation(
                            found.estimated()
                                    ? "ui.enterprises.count.about"
                                    : "ui.enterprises.count",
                            Shown.figure(found.count())));
            estimate = found.count();
        }
        rows.getLazyDataView().setItemCountEstimate((int) Math.clamp(estimate, 50, 1_000_000));
        rows.getDataProvider().refreshAll();
    }

    private QueryParameters parameters() {
        var set = new LinkedHashMap<String, List<String>>();
        put(set, "q", name.getValue());
        put(set, "industry", industry.getValue());
        put(set, "qualification", qualification.getValue());
        put(set, "tag", tag.getValue());
        if (!status.getValue().isEmpty()) {
            set.put("status", status.getValue().stream().map(Enum::name).sorted().toList());
        }
        put(set, "aboveScale", aboveScale.getValue() ? "true" : null);
        put(
                set,
                "order",
                order.getValue() == EnterpriseOrder.NAME ? null : order.getValue().name());
        return new QueryParameters(set);
    }

    private static void put(Map<String, List<String>> set, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            set.put(key, List.of(value));
        }
    }

    private static String first(Map<String, List<String>> asked, String key) {
        return asked.getOrDefault(key, List.of("")).getFirst();
    }

    private static @Nullable String known(Set<String> values, String asked) {
        return values.contains(asked) ? asked : null;
    }
}
