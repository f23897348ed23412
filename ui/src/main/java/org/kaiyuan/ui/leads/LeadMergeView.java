package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMerge;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.leads.LeadTwin;
import org.kaiyuan.leads.LeadTwins;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Making one lead of two: which other, and whose value for each field that differs. */
@Route("leads/:id/merge")
@RolesAllowed(LeadPermissions.MERGE)
class LeadMergeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int OFFERED = 20;

    final TextField typed = new TextField();
    final Map<LeadId, NativeButton> entries = new LinkedHashMap<>();
    final Map<String, RadioButtonGroup<Boolean>> choices = new LinkedHashMap<>();
    final Button merge = new Button();

    private final transient LeadDirectory directory;
    private final transient LeadSearch search;
    private final transient LeadTwins twins;
    private final transient LeadMerge merging;
    private final transient Messages messages;
    private final Div other = new Div();
    private final Div offered = new Div();
    private final Div chosen = new Div();
    private final Div told = new Div();
    private transient @Nullable LeadDetails survivor;
    private transient @Nullable LeadDetails gone;

    LeadMergeView(
            LeadDirectory directory,
            LeadSearch search,
            LeadTwins twins,
            LeadMerge merging,
            Messages messages) {
        this.directory = directory;
        this.search = search;
        this.twins = twins;
        this.merging = merging;
        this.messages = messages;
        addClassNames("detail-page", "merge-page");
        chosen.addClassName("merge-fields");
        offered.addClassName("records");
        told.addClassName("sub");
        told.getElement().setAttribute("role", "status");
        typed.setLabel(getTranslation("ui.leads.merge.other"));
        typed.setHelperText(getTranslation("ui.leads.merge.other.hint"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.setWidthFull();
        typed.addValueChangeListener(change -> offer());
        merge.setText(getTranslation("ui.merge.do"));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setDisableOnClick(true);
        merge.addClickListener(click -> {
            try {
                merge();
            } finally {
                merge.setEnabled(true);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        survivor = null;
        try {
            var asked = event.getRouteParameters().get("id").orElse("");
            var into = directory.details(new LeadId(UUID.fromString(asked)));
            survivor = into;
            look();
            add(
                    new Anchor("leads/" + into.id(), getTranslation("ui.form.back")),
                    new H1(getTranslation("ui.leads.merge.title", into.profile().projectName())),
                    new Paragraph(getTranslation("ui.leads.merge.detail")),
                    other,
                    chosen,
                    merge);
        } catch (UnknownLead | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("leads.refusal.unknown"),
                            new Anchor("leads", getTranslation("ui.leads.import.toList"))));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation(survivor == null ? "ui.not-found.title" : "ui.merge")
                + " · "
                + getTranslation("ui.product");
    }

    /** Nothing is chosen yet, or no longer. */
    private void look() {
        gone = null;
        merge.setEnabled(false);
        chosen.removeAll();
        choices.clear();
        other.removeAll();
        other.add(typed, told, offered);
        offer();
    }

    /** What is likely at once, anything else by searching. */
    private void offer() {
        var self = Objects.requireNonNull(survivor);
        boolean likely = typed.getValue().isBlank();
        List<LeadRow> rows;
        if (likely) {
            rows = twins.of(self.profile(), self.id()).seen().stream().map(LeadTwin::lead).toList();
        } else {
            rows =
                    search.search(typed.getValue(), LeadFilter.ALL, OFFERED).items().stream()
                            .map(find -> find.lead())
                            .filter(row -> !row.id().equals(self.id()))
                            .toList();
        }
        told.setText(
                getTranslation(
                        rows.isEmpty()
                                ? likely
                                        ? "ui.leads.merge.likely.none"
                                        : "ui.leads.merge.found.none"
                                : likely ? "ui.leads.merge.likely" : "ui.merge.found"));
        entries.clear();
        offered.removeAll();
        for (var row : rows) {
            var entry = new NativeButton();
            entry.add(entry(row));
            entry.addClassName("record");
            entry.addClickListener(click -> compare(row));
            entries.put(row.id(), entry);
            offered.add(entry);
        }
    }

    private Component entry(LeadRow row) {
        var name = new Span(row.projectName());
        name.addClassName("heading");
        var sub =
                new Span(
                        String.join(
                                " · ",
                                row.code(),
                                Shown.text(row.investor()),
                                messages.of(getLocale(), row.stage()),
                                Shown.text(row.ownerName()),
                                Shown.date(row.registeredOn())));
        sub.addClassName("sub");
        var entry = new Div(name, sub);
        entry.addClassName("name-cell");
        return entry;
    }

    private void compare(LeadRow row) {
        var from = directory.details(row.id());
        gone = from;
        merge.setEnabled(true);
        var record = new Div(entry(row));
        record.addClassName("record");
        var again = new Button(getTranslation("ui.merge.again"), click -> look());
        other.removeAll();
        other.add(new H2(getTranslation("ui.leads.merge.other")), record, again);
        var mine = Objects.requireNonNull(survivor).profile();
        var fields =
                Arrays.stream(LeadProfile.class.getRecordComponents())
                        .collect(Collectors.toMap(RecordComponent::getName, field -> field));
        for (var name : LeadMerge.fields()) {
            var field = Objects.requireNonNull(fields.get(name));
            var here = value(field, mine);
            var there = value(field, from.profile());
            if (!same(here, there)) {
                choices.put(name, choice(name, here, there));
            }
        }
        chosen.removeAll();
        if (!choices.isEmpty()) {
            chosen.add(new Paragraph(getTranslation("ui.merge.values")));
        }
        choices.values().forEach(chosen::add);
        chosen.add(new Paragraph(getTranslation("ui.leads.merge.children")));
    }

    private static boolean same(@Nullable Object here, @Nullable Object there) {
        return here instanceof BigDecimal one && there instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(here, there);
    }

    /** What is empty here is taken from there unless one chooses otherwise. */
    private RadioButtonGroup<Boolean> choice(
            String field, @Nullable Object here, @Nullable Object there) {
        var choice = new RadioButtonGroup<Boolean>(getTranslation("leads.column." + field));
        choice.setItems(false, true);
        choice.setItemLabelGenerator(
                theirs -> shown(field, Boolean.TRUE.equals(theirs) ? there : here));
        choice.setValue(here == null);
        return choice;
    }

    private String shown(String field, @Nullable Object value) {
        return switch (value) {
            case null -> Shown.NOTHING;
            case Enum<?> constant -> messages.of(getLocale(), constant);
            case Boolean yes -> getTranslation("ui." + yes);
            case BigDecimal number ->
                    switch (field) {
                        case "totalInvestment",
                                "fixedInvestment",
                                "expectedRevenueYuan",
                                "expectedTaxYuan" ->
                                getTranslation("ui.leads.twins.wan", Shown.tenThousands(number));
                        case "wantedLandM2" ->
                                getTranslation("ui.leads.merge.mu", Shown.mu(number));
                        default -> Shown.figure(number);
                    };
            default -> value.toString();
        };
    }

    private static @Nullable Object value(RecordComponent field, LeadProfile profile) {
        try {
            return field.getAccessor().invoke(profile);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }

    private void merge() {
        var into = Objects.requireNonNull(survivor);
        var from = Objects.requireNonNull(gone);
        var fromOther =
                choices.entrySet().stream()
                        .filter(entry -> Boolean.TRUE.equals(entry.getValue().getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        merging.merge(into.id(), into.version(), from.id(), from.version(), fromOther);
        Tell.done(getTranslation("ui.merge.done"));
        getUI().ifPresent(ui -> ui.navigate("leads/" + into.id()));
    }
}
