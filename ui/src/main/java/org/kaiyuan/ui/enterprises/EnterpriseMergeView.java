package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** Making one record of two: which other, and whose value for each field that differs. */
@Route("enterprises/:id/merge")
@RolesAllowed(EnterprisePermissions.MERGE)
class EnterpriseMergeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** The fields that can be chosen, with what they say of a profile as the history would. */
    private static final Map<String, Function<EnterpriseProfile, @Nullable Object>> FIELDS =
            new LinkedHashMap<>();

    static {
        FIELDS.put("name", EnterpriseProfile::name);
        FIELDS.put("creditCode", EnterpriseProfile::creditCode);
        FIELDS.put("shortName", EnterpriseProfile::shortName);
        FIELDS.put("kind", EnterpriseProfile::kind);
        FIELDS.put("status", EnterpriseProfile::status);
        FIELDS.put("registeredCapital", EnterpriseProfile::registeredCapital);
        FIELDS.put("foundedOn", EnterpriseProfile::foundedOn);
        FIELDS.put("settledOn", EnterpriseProfile::settledOn);
        FIELDS.put("deregisteredOn", EnterpriseProfile::deregisteredOn);
        FIELDS.put("industryCode", EnterpriseProfile::industryCode);
        FIELDS.put("leadingIndustry", EnterpriseProfile::leadingIndustry);
        FIELDS.put("subIndustry", EnterpriseProfile::subIndustry);
        FIELDS.put("chainPosition", EnterpriseProfile::chainPosition);
        FIELDS.put("divisionCode", EnterpriseProfile::divisionCode);
        FIELDS.put("city", EnterpriseProfile::city);
        FIELDS.put("address", EnterpriseProfile::address);
        FIELDS.put("zoneLocation", EnterpriseProfile::zoneLocation);
        FIELDS.put("businessScope", EnterpriseProfile::businessScope);
        FIELDS.put("products", EnterpriseProfile::products);
        FIELDS.put("website", EnterpriseProfile::website);
        FIELDS.put("aboveScale", EnterpriseProfile::aboveScale);
        FIELDS.put("fourAbove", EnterpriseProfile::fourAbove);
    }

    final Map<String, RadioButtonGroup<Boolean>> choices = new LinkedHashMap<>();
    final Button merge = new Button();

    private final transient EnterpriseDirectory directory;
    private final transient EnterpriseSearch search;
    private final transient EnterpriseMerge merging;
    private final transient FieldWords words;
    private final transient EnterpriseCells cells;
    private final Div other = new Div();
    private final Div chosen = new Div();
    private transient @Nullable EnterpriseDetails survivor;
    private transient @Nullable EnterpriseDetails gone;

    EnterpriseMergeView(
            EnterpriseDirectory directory,
            EnterpriseSearch search,
            EnterpriseMerge merging,
            Messages messages) {
        this.directory = directory;
        this.search = search;
        this.merging = merging;
        this.words = new FieldWords(messages, getLocale());
        this.cells =
                new EnterpriseCells(
                        new FilterWords(messages, getLocale(), directory.qualificationKinds()),
                        messages,
                        getLocale());
        addClassNames("detail-page", "merge-page");
        chosen.addClassName("merge-fields");
        merge.setText(getTranslation("ui.merge.do"));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        merge.setDisableOnClick(true);
        merge.setEnabled(false);
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
        try {
            var asked = event.getRouteParameters().get("id").orElse("");
            var into = directory.details(new EnterpriseId(UUID.fromString(asked)));
            survivor = into;
            look();
            add(
                    new Anchor("enterprises/" + into.id(), getTranslation("ui.form.back")),
                    new H1(getTranslation("ui.merge.title", into.profile().name())),
                    new Paragraph(getTranslation("ui.merge.detail")),
                    other,
                    chosen,
                    merge);
        } catch (UnknownEnterprise | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.BUILDING,
                            getTranslation("enterprises.refusal.unknown"),
                            new Anchor("enterprises", getTranslation("ui.enterprises.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.merge") + " · " + getTranslation("ui.product");
    }

    /** Nothing is chosen yet, or no longer. */
    private void look() {
        gone = null;
        merge.setEnabled(false);
        chosen.removeAll();
        choices.clear();
        other.removeAll();
        other.add(
                new DuplicatePicker(
                        search, cells, Objects.requireNonNull(survivor), this::compare));
    }

    private void compare(EnterpriseFind find) {
        var from = directory.details(find.enterprise().id());
        gone = from;
        merge.setEnabled(true);
        var record = new Div(cells.entry(find));
        record.addClassName("record");
        var again = new Button(getTranslation("ui.merge.again"), click -> look());
        other.removeAll();
        other.add(new H2(getTranslation("ui.merge.other")), record, again);
        var mine = Objects.requireNonNull(survivor).profile();
        FIELDS.forEach((field, of) -> {
            var here = of.apply(mine);
            var there = of.apply(from.profile());
            if (!Objects.equals(here, there)) {
                choices.put(field, choice(field, here, there));
            }
        });
        if (!choices.isEmpty()) {
            chosen.add(new Paragraph(getTranslation("ui.merge.values")));
        }
        choices.values().forEach(chosen::add);
        chosen.add(new Paragraph(getTranslation("ui.merge.children")));
    }

    /** What is empty here is taken from there unless one chooses otherwise. */
    private RadioButtonGroup<Boolean> choice(
            String field, @Nullable Object here, @Nullable Object there) {
        var choice = new RadioButtonGroup<Boolean>(words.label(field));
        choice.setItems(false, true);
        choice.setItemLabelGenerator(
                theirs -> words.value(field, text(Boolean.TRUE.equals(theirs) ? there : here)));
        choice.setValue(here == null);
        return choice;
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
        getUI().ifPresent(ui -> ui.navigate("enterprises/" + into.id()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof Enum<?> constant
                        ? constant.name()
                        : value == null ? null : value.toString();
    }
}
