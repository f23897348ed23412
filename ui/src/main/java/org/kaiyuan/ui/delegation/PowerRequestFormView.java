package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerChangedMeanwhile;
import org.kaiyuan.delegation.PowerRequest;
import org.kaiyuan.delegation.PowerRequestDraft;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.RequestSide;
import org.kaiyuan.delegation.UnknownMatter;
import org.kaiyuan.delegation.UnknownPowerRequest;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Asks for a power: by a matter of the catalogue, or named freely. */
@Route(PowerRequestFormView.NEW)
@RouteAlias("delegation/requests/:request/edit")
@RolesAllowed(DelegationPermissions.WRITE)
class PowerRequestFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    static final String NEW = "delegation/requests/new";
    private static final int OFFERED = 30;

    final ComboBox<Named> matter = new ComboBox<>();
    final TextField matterName = new TextField();
    final TextField originalAuthority = new TextField();
    final TextArea reason = new TextArea();
    final IntegerField cases = new IntegerField();
    final TextArea casesSaid = new TextArea();
    final TextArea readinessSaid = new TextArea();
    final Button save = new Button();
    final Div conflict = new Div();
    private final FieldMarks marks = new FieldMarks(this);
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient PowerUseDoors doors;
    private final H1 title = new H1();
    private transient List<@Nullable Object> untouched = List.of();
    private transient @Nullable PowerRequest based;
    private boolean saved;

    /** A matter as it is offered; the same by its id. */
    record Named(MatterId id, String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    PowerRequestFormView(PowerUseDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "form-page", "power-request-form");
        fill();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        saved = false;
        var asked = event.getRouteParameters().get("request");
        if (asked.isPresent()) {
            try {
                based = doors.requests().get(new PowerRequestId(UUID.fromString(asked.get())));
            } catch (UnknownPowerRequest | IllegalArgumentException unknown) {
                based = null;
            }
            if (based == null || based.side() != RequestSide.PARK || !based.state().isWritable()) {
                add(
                        new EmptyState(
                                Glyph.Of.SEARCH,
                                getTranslation("delegation.use.refusal.unknownRequest"),
                                PowerUseCells.link("delegation/requests", word("back"))));
                return;
            }
            show(based.said());
        } else {
            based = null;
            begin(event.getLocation());
        }
        title.setText(word(based == null ? "new" : "change"));
        build();
        untouched = content();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !saved && !untouched.isEmpty() && !content().equals(untouched);
    }

    /** Whoever compared zones comes with the matter, or with its name, in the address. */
    private void begin(Location location) {
        var asked = location.getQueryParameters();
        asked.getSingleParameter("matter")
                .ifPresent(id -> {
                    try {
                        var found = doors.catalogue().get(new MatterId(UUID.fromString(id)));
                        matter.setValue(new Named(found.id(), found.name()));
                    } catch (UnknownMatter | IllegalArgumentException gone) {
                        Tell.refused(getTranslation("delegation.refusal.unknownMatter"));
                    }
                });
        asked.getSingleParameter("name").ifPresent(matterName::setValue);
        asked.getSingleParameter("authority").ifPresent(originalAuthority::setValue);
    }

    private void show(PowerRequestDraft said) {
        matter.setValue(said.matter() == null ? null : new Named(said.matter(), said.matterName()));
        matterName.setValue(said.matter() == null ? said.matterName() : "");
        originalAuthority.setValue(said.originalAuthority());
        reason.setValue(said.reason());
        cases.setValue(said.cases());
        casesSaid.setValue(said.casesSaid() == null ? "" : said.casesSaid());
        readinessSaid.setValue(said.readinessSaid() == null ? "" : said.readinessSaid());
    }

    private void build() {
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        add(
                PowerUseCells.link("delegation/requests", word("back")),
                title,
                conflict,
                group("what", matter, matterName, originalAuthority),
                group("why", reason),
                group("cases", cases, casesSaid),
                group("ready", readinessSaid),
                actions);
    }

    private void fill() {
        matter.setItemLabelGenerator(Named::name);
        matter.setClearButtonVisible(true);
        matter.setHelperText(word("matter.help"));
        matter.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(query.getFilter().orElse("")).skip(query.getOffset());
        });
        matter.addValueChangeListener(change -> fit());
        field("matter", matter);
        field("matterName", matterName).setMaxLength(300);
        matterName.setHelperText(word("matterName.help"));
        field("originalAuthority", originalAuthority).setMaxLength(200);
        wide(field("reason", reason)).setMaxLength(4000);
        reason.setHelperText(word("reason.help"));
        reason.setMinRows(4);
        field("cases", cases).setMin(0);
        wide(field("casesSaid", casesSaid)).setMaxLength(4000);
        casesSaid.setHelperText(word("casesSaid.help"));
        wide(field("readinessSaid", readinessSaid)).setMaxLength(4000);
        readinessSaid.setHelperText(word("readinessSaid.help"));
        conflict.addClassName("lead-note");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        save.setText(word("save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(!saved);
            }
        });
    }

    /** Who chooses a matter does not name it. */
    private void fit() {
        matterName.setVisible(matter.getValue() == null);
    }

    private Stream<Named> offered(String typed) {
        var rows =
                typed.isBlank()
                        ? doors.catalogue().page(MatterCatalogue.Filter.ALL, null, OFFERED)
                        : doors.catalogue().search(typed, MatterCatalogue.Filter.ALL, 0, OFFERED);
        return rows.stream().map(row -> new Named(row.id(), row.name()));
    }

    /** Who was slower sees that, keeps what was typed, and may save once more. */
    private void save() {
        conflict.setVisible(false);
        var ids = new ArrayList<PowerRequestId>();
        try {
            if (!marks.done(() -> ids.add(stored()))) {
                return;
            }
        } catch (PowerChangedMeanwhile slower) {
            conflict.setText(
                    getTranslation(slower.messageKey(), slower.arguments())
                            + getTranslation("ui.form.conflict.again"));
            conflict.setVisible(true);
            conflict.scrollIntoView();
            based = based == null ? null : doors.requests().get(based.id());
            return;
        }
        saved = true;
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        getUI().ifPresent(ui -> ui.navigate(PowerRequestsView.address(ids.getFirst())));
    }

    private PowerRequestId stored() {
        var chosen = matter.getValue();
        var said =
                new PowerRequestDraft(
                        chosen == null ? null : chosen.id(),
                        null,
                        chosen == null ? matterName.getValue() : "",
                        originalAuthority.getValue(),
                        reason.getValue(),
                        cases.getValue(),
                        casesSaid.getValue(),
                        readinessSaid.getValue());
        if (based == null) {
            return doors.requesting().begin(said);
        }
        doors.requesting().revise(based.id(), said, based.version());
        return based.id();
    }

    private List<@Nullable Object> content() {
        var all = new ArrayList<@Nullable Object>();
        all.add(matter.getValue());
        all.add(matterName.getValue());
        all.add(originalAuthority.getValue());
        all.add(reason.getValue());
        all.add(cases.getValue());
        all.add(casesSaid.getValue());
        all.add(readinessSaid.getValue());
        return all;
    }

    private void leave() {
        var back = based == null ? "delegation/requests" : PowerRequestsView.address(based.id());
        getUI().ifPresent(ui -> ui.navigate(back));
    }

    private <F extends Component & HasValidation & HasLabel> F field(String key, F field) {
        field.setLabel(word("field." + key));
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        marks.at(key, field);
        return field;
    }

    private static <F extends Component> F wide(F field) {
        field.addClassName("wide");
        return field;
    }

    private Div group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassNames("form-grid", "top");
        var group = new Div(new H2(word("group." + key)), grid);
        group.addClassName("form-group");
        return group;
    }

    private String word(String key) {
        return getTranslation("ui.powerRequest." + key);
    }
}
