package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.UnitRow;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnknownUnit;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Letting units to a tenant. */
@Route("leases/new")
@RolesAllowed(PlotPermissions.LEASES)
class LeaseFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final int OFFERED = 20;

    final TextField number = new TextField();
    final ComboBox<EnterpriseChoice.Entry> enterprise;
    final TextField tenant = new TextField();
    final ComboBox<Tower> building = new ComboBox<>();
    final MultiSelectComboBox<Room> units = new MultiSelectComboBox<>();
    final DatePicker from = new DayField();
    final TextArea note = new TextArea();
    final FieldMarks marks = new FieldMarks(this);
    final TermFields terms = new TermFields(marks::at);
    final Div reckoned = new Div();
    final Button sign = new Button();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient FloorDoors doors;
    private transient List<@Nullable Object> untouched = List.of();
    private @Nullable LeaseId signed;

    /** A building as it is offered. */
    record Tower(BuildingId id, String label) {}

    /** A unit as it is offered; the same by its id. */
    record Room(UnitId id, String label, BigDecimal areaM2) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Room room && room.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    LeaseFormView(FloorDoors doors) {
        this.doors = doors;
        var choice = doors.choice();
        enterprise = choice == null ? new ComboBox<>() : choice.field();
        enterprise.setVisible(choice != null);
        addClassNames("detail-page", "form-page", "lease-form");
        fill();
        sign.setText(getTranslation("ui.floors.sign"));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        sign.setDisableOnClick(true);
        sign.addClickListener(click -> {
            try {
                sign();
            } finally {
                sign.setEnabled(signed == null);
            }
        });
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(sign, cancel);
        actions.addClassName("form-actions");
        reckoned.addClassName("lease-reckoned");
        reckoned.getElement().setAttribute("role", "status");
        add(
                FloorCells.link(FloorNavigation.LEASES, getTranslation("ui.form.back")),
                new H1(getTranslation("ui.floors.leases.new")),
                group(
                        "ui.floors.group.space",
                        field("building", "ui.floors.building", building),
                        wide(field("units", "plots.floorColumn.units", units))),
                group(
                        "ui.floors.group.tenant",
                        field("enterprise", "ui.floors.tenant.enterprise", enterprise),
                        field("tenant", "ui.floors.tenant.name", tenant),
                        field("number", "ui.floors.lease.number", number)),
                terms(),
                group(
                        "plots.floorColumn.note",
                        wide(field("note", "plots.floorColumn.note", note))),
                actions);
        untouched = content();
        reckon();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("unit").ifPresent(this::choose);
        untouched = content();
        reckon();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.floors.leases.new") + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return signed == null && !content().equals(untouched);
    }

    private void fill() {
        building.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return doors
                    .buildings()
                    .find(query.getFilter().orElse(""), null, null, OFFERED)
                    .items()
                    .stream()
                    .map(row -> new Tower(row.id(), row.number() + " " + row.name()))
                    .skip(query.getOffset());
        });
        building.setItemLabelGenerator(Tower::label);
        building.setClearButtonVisible(true);
        building.addValueChangeListener(change -> units.getDataProvider().refreshAll());
        units.setItems(query ->
                offered(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()));
        units.setItemLabelGenerator(Room::label);
        units.setRequiredIndicatorVisible(true);
        units.setHelperText(getTranslation("ui.floors.units.detail"));
        units.addValueChangeListener(change -> reckon());
        number.setRequiredIndicatorVisible(true);
        tenant.setHelperText(
                enterprise.isVisible() ? getTranslation("ui.floors.tenant.detail") : null);
        from.setRequiredIndicatorVisible(true);
        from.setValue(doors.today());
        from.addValueChangeListener(change -> reckon());
        terms.to.setValue(doors.today().plusYears(3).minusDays(1));
        terms.rent.addValueChangeListener(change -> reckon());
        terms.to.addValueChangeListener(change -> reckon());
    }

    /** Those of the building, or all that may be let, by how a number or a name begins. */
    Stream<Room> offered(String typed) {
        var tower = building.getValue();
        return doors.units().lettable(tower == null ? null : tower.id(), typed, OFFERED).stream()
                .map(this::room);
    }

    private Room room(UnitRow unit) {
        var p = unit.profile();
        var state =
                unit.state() == UnitState.LEASED && unit.leasedUntil() != null
                        ? getTranslation("ui.floors.leased.until", unit.leasedUntil())
                        : doors.messages().of(getLocale(), unit.state());
        return new Room(
                unit.id(),
                unit.buildingNumber()
                        + " "
                        + p.number()
                        + " · "
                        + FloorCells.m2(p.areaM2())
                        + " · "
                        + state,
                p.areaM2());
    }

    private void choose(String asked) {
        try {
            var unit = doors.units().details(new UnitId(UUID.fromString(asked)));
            building.setValue(
                    new Tower(unit.building(), unit.buildingNumber() + " " + unit.buildingName()));
            units.setValue(Set.of(room(unit)));
            if (unit.state() == UnitState.LEASED && unit.leasedUntil() != null) {
                from.setValue(unit.leasedUntil().plusDays(1));
                terms.to.setValue(unit.leasedUntil().plusYears(3));
            }
        } catch (UnknownUnit | IllegalArgumentException none) {
            Tell.refused(getTranslation("plots.refusal.unknownUnit"));
        }
    }

    private Component terms() {
        var first = new Div(field("fromDay", "ui.floors.fromDay", from));
        first.addClassName("form-grid");
        var group =
                new Div(new H2(getTranslation("ui.floors.group.terms")), first, terms, reckoned);
        group.addClassName("form-group");
        return group;
    }

    /** What it comes to, as soon as it can be said. */
    private void reckon() {
        var area =
                units.getValue().stream()
                        .map(Room::areaM2)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var rent = terms.rent.getValue();
        reckoned.setVisible(area.signum() > 0);
        reckoned.setText(
                rent == null
                        ? getTranslation("ui.floors.reckoned.area", Shown.figure(area))
                        : getTranslation(
                                "ui.floors.reckoned",
                                Shown.figure(area),
                                Shown.figure(area.multiply(rent)),
                                Shown.tenThousands(FloorCells.yearly(area, rent))));
    }

    private List<@Nullable Object> content() {
        var all = new ArrayList<@Nullable Object>(terms.content());
        all.add(number.getValue());
        all.add(enterprise.getValue());
        all.add(tenant.getValue());
        all.add(units.getValue());
        all.add(from.getValue());
        all.add(note.getValue());
        return all;
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(LeaseListView.class));
    }

    private void sign() {
        if (!marks.done(
                () -> AtFields.told("units", () -> signed = doors.signing().sign(draft())))) {
            return;
        }
        unsaved.saved();
        Tell.done(getTranslation("ui.floors.signed", number.getValue().strip()));
        var id = Objects.requireNonNull(signed);
        getUI().ifPresent(ui -> ui.navigate(FloorNavigation.lease(id)));
    }

    private LeaseDraft draft() {
        var missing = new ArrayList<FieldFault>();
        TermFields.needed(missing, "fromDay", from.getValue());
        if (!missing.isEmpty()) {
            throw new PlotFieldsRefused(missing);
        }
        var chosen = enterprise.getValue();
        return new LeaseDraft(
                number.getValue(),
                chosen == null ? null : chosen.id(),
                tenant.getValue().isBlank() ? null : tenant.getValue().strip(),
                units.getValue().stream().map(Room::id).collect(Collectors.toSet()),
                from.getValue(),
                terms.terms(),
                note.getValue().isBlank() ? null : note.getValue().strip());
    }

    private <F extends Component & HasValidation & HasLabel> F field(
            String key, String labelKey, F field) {
        field.setLabel(getTranslation(labelKey));
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        marks.at(key, field);
        return field;
    }

    private static Component wide(Component field) {
        field.addClassName("wide");
        return field;
    }

    private Div group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        var group = new Div(new H2(getTranslation(key)), grid);
        group.addClassName("form-group");
        return group;
    }
}
