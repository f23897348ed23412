package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFairNames;
import org.kaiyuan.leads.LeadFairNames.FairName;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.ProjectNature;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Rows;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/**
 * All fields of a lead's form: what a first call tells at once, the rest folded away; each knows what the
 * API calls it.
 */
class LeadFields extends Div {
    private static final List<String> CURRENCIES =
            List.of("CNY", "USD", "HKD", "EUR", "JPY", "GBP", "TWD", "SGD", "KRW");

    final TextField projectName = new TextField();
    final Select<ProjectNature> nature = new Select<>();
    final TextArea summary = new TextArea();
    final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    final Checkbox confidential = new Checkbox();
    final Rows<InvestorLine> investors;
    final Rows<LeadContact> contacts;
    final ComboBox<String> leadingIndustry = new ComboBox<>();
    final ComboBox<String> subIndustry = new ComboBox<>();
    final ComboBox<String> industryCode = new ComboBox<>();
    final TextField cluster = new TextField();
    final Select<CatalogueClass> catalogueClass = new Select<>();
    final ComboBox<String> currency = new ComboBox<>();
    final BigDecimalField exchangeRate = new BigDecimalField();
    final BigDecimalField totalInvestment = new BigDecimalField();
    final BigDecimalField fixedInvestment = new BigDecimalField();
    final BigDecimalField wantedLand = new BigDecimalField();
    final BigDecimalField wantedFloor = new BigDecimalField();
    final DatePicker wantedBy = new DayField();
    final BigDecimalField power = new BigDecimalField();
    final BigDecimalField water = new BigDecimalField();
    final BigDecimalField gas = new BigDecimalField();
    final BigDecimalField steam = new BigDecimalField();
    final BigDecimalField ceiling = new BigDecimalField();
    final BigDecimalField floorLoad = new BigDecimalField();
    final BigDecimalField revenue = new BigDecimalField();
    final BigDecimalField tax = new BigDecimalField();
    final IntegerField jobs = new IntegerField();
    final BigDecimalField energy = new BigDecimalField();
    final TextArea emissions = new TextArea();
    final Checkbox chemical = new Checkbox();
    final IntegerField riverDistance = new IntegerField();
    final Select<Boolean> inChemicalPark = new Select<>();
    final TextArea environmentalZoning = new TextArea();
    final Select<InvestmentWay> way = new Select<>();
    final ComboBox<FairName> fair = new ComboBox<>();
    final TextField introducer = new TextField();
    final IntegerField probability = new IntegerField();
    final TextField nextAction = new TextField();
    final DatePicker nextActionOn = new DayField();

    /** Everything that a first call seldom tells. */
    final Details rest = new Details();

    /** Where the likely twins of what is typed are shown; filled by whoever finds them. */
    final Div twins = new Div();

    /** One field, what it is called in the API, and what it shows of a profile. */
    private record Bound<V>(
            String key, HasValue<?, V> field, Function<LeadProfile, @Nullable V> of) {
        void show(LeadProfile profile) {
            var value = of.apply(profile);
            if (value == null) {
                field.clear();
            } else {
                field.setValue(value);
            }
        }

        boolean differs(LeadProfile one, LeadProfile other) {
            return !Objects.equals(of.apply(one), of.apply(other));
        }
    }

    private final transient List<Bound<?>> bound = new ArrayList<>();
    private final transient Messages messages;
    private final transient LeadFairNames fairs;
    private transient LeadProfile shown = LeadDraft.named("").profile();

    LeadFields(
            Messages messages,
            LeadFairNames fairs,
            @Nullable EnterpriseChoice enterprises,
            List<String> knownTags) {
        this.messages = messages;
        this.fairs = fairs;
        var lines = new LeadLines(this::word, getLocale(), enterprises);
        investors = lines.investors(word("investors"), word("investors.add"));
        contacts = lines.contacts(word("contacts"), word("contacts.add"));
        addClassName("form-groups");
        pickers(knownTags);
        bind();
        groups();
        show(LeadDraft.named("").profile());
    }

    /** What is filled in now. */
    LeadProfile profile() {
        return LeadDraft.of(shown)
                .projectName(projectName.getValue())
                .nature(nature.getValue())
                .summary(text(summary.getValue()))
                .tags(Set.copyOf(tags.getValue()))
                .confidential(confidential.getValue())
                .investors(investors.now())
                .contacts(contacts.now())
                .leadingIndustry(leadingIndustry.getValue())
                .subIndustry(subIndustry.getValue())
                .industryCode(industryCode.getValue())
                .cluster(text(cluster.getValue()))
                .catalogueClass(catalogueClass.getValue())
                .currency(currencyNow())
                .exchangeRate(rate())
                .totalInvestment(
                        kept(Units.whole(totalInvestment.getValue()), shown.totalInvestment()))
                .fixedInvestment(
                        kept(Units.whole(fixedInvestment.getValue()), shown.fixedInvestment()))
                .wantedLandM2(land())
                .wantedFloorM2(wantedFloor.getValue())
                .wantedBy(wantedBy.getValue())
                .powerKva(power.getValue())
                .waterM3PerDay(water.getValue())
                .gasM3PerDay(gas.getValue())
                .steamTPerHour(steam.getValue())
                .ceilingHeightM(ceiling.getValue())
                .floorLoadTPerM2(floorLoad.getValue())
                .expectedRevenueYuan(
                        kept(Units.whole(revenue.getValue()), shown.expectedRevenueYuan()))
                .expectedTaxYuan(kept(Units.whole(tax.getValue()), shown.expectedTaxYuan()))
                .expectedJobs(jobs.getValue())
                .energyTce(energy.getValue())
                .emissions(text(emissions.getValue()))
                .chemical(chemical.getValue())
                .riverDistanceM(riverDistance.getValue())
                .inChemicalPark(inChemicalPark.getValue())
                .environmentalZoning(text(environmentalZoning.getValue()))
                .way(way.getValue())
                .fairId(fair.getValue() == null ? null : fair.getValue().id())
                .introducer(text(introducer.getValue()))
                .probability(probability.getValue())
                .nextAction(text(nextAction.getValue()))
                .nextActionOn(nextActionOn.getValue())
                .profile();
    }

    void show(LeadProfile profile) {
        shown = profile;
        bound.forEach(field -> field.show(profile));
        units();
        applies();
    }

    /**
     * Takes over what {@code theirs} changed since {@code base} wherever nothing else was typed.
     *
     * @return the fields that both changed: what was typed stays there
     */
    List<String> takeOver(LeadProfile base, LeadProfile theirs) {
        var mine = profile();
        var both = new ArrayList<String>();
        shown = theirs;
        for (var field : bound) {
            if (field.differs(base, theirs) && field.differs(mine, theirs)) {
                if (field.differs(mine, base)) {
                    both.add(field.key());
                } else {
                    field.show(theirs);
                }
            }
        }
        units();
        applies();
        return both;
    }

    /** Says at each field what is wrong with it, and leads to the first. */
    void refused(List<Refusal.FieldFault> faults) {
        accept();
        Map<String, String> said = new LinkedHashMap<>();
        for (var fault : faults) {
            var sentence =
                    messages.text(getLocale(), fault.messageKey(), fault.arguments().toArray());
            int child = fault.field().indexOf('[');
            var key = child < 0 ? fault.field() : fault.field().substring(0, child);
            said.merge(
                    key,
                    child < 0 ? sentence : inChild(fault.field(), sentence),
                    (a, b) -> a + "；" + b);
        }
        boolean first = true;
        for (var field : bound) {
            var sentence = said.get(field.key());
            if (sentence != null && field.field() instanceof HasValidation at) {
                at.setErrorMessage(sentence);
                at.setInvalid(true);
                if (isInside(rest, (Component) field.field())) {
                    rest.setOpened(true);
                }
                if (first && field.field() instanceof Focusable<?> here) {
                    here.focus();
                    first = false;
                }
            }
        }
    }

    /** Takes back what was said of faults. */
    void accept() {
        for (var field : bound) {
            if (field.field() instanceof HasValidation at) {
                at.setInvalid(false);
            }
        }
    }

    private static boolean isInside(Component outer, Component inner) {
        return inner.getParent().filter(p -> p == outer || isInside(outer, p)).isPresent();
    }

    private String inChild(String field, String sentence) {
        int open = field.indexOf('[');
        int close = field.indexOf(']');
        int number = Integer.parseInt(field.substring(open + 1, close)) + 1;
        var child = field.substring(0, open).equals("investors") ? "investor." : "contact.";
        return getTranslation("ui.form.line", number)
                + word(child + field.substring(close + 1).replace(".", ""))
                + " "
                + sentence;
    }

    private void pickers(List<String> knownTags) {
        projectName.setRequiredIndicatorVisible(true);
        projectName.setManualValidation(true); // the use case refuses in words
        nature.setItems(ProjectNature.values());
        nature.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        nature.setHelperText(word("nature.help"));
        way.setItems(InvestmentWay.values());
        way.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        catalogueClass.setItems(CatalogueClass.values());
        catalogueClass.setItemLabelGenerator(
                one -> one == null ? word("unknown") : messages.of(getLocale(), one));
        catalogueClass.setEmptySelectionAllowed(true);
        catalogueClass.setEmptySelectionCaption(word("unknown"));
        inChemicalPark.setItems(true, false);
        inChemicalPark.setItemLabelGenerator(
                one -> one == null ? word("unknown") : getTranslation("ui." + one));
        inChemicalPark.setEmptySelectionAllowed(true);
        inChemicalPark.setEmptySelectionCaption(word("unknown"));
        currency.setItems(CURRENCIES);
        currency.setAllowCustomValue(true);
        currency.addCustomValueSetListener(set -> currency.setValue(set.getDetail().strip()));
        currency.setItemLabelGenerator(this::currency);
        currency.addValueChangeListener(change -> units());
        chemical.addValueChangeListener(change -> applies());
        industryCode.setItems(Industries.codes());
        industryCode.setItemLabelGenerator(Industries::shown);
        industryCode.setClearButtonVisible(true);
        leadingIndustry.setItems(Industries.leading());
        leadingIndustry.setClearButtonVisible(true);
        leadingIndustry.addValueChangeListener(change -> {
            var offered = Industries.subIndustries(change.getValue());
            var kept = subIndustry.getValue();
            subIndustry.setItems(offered);
            if (kept != null && offered.contains(kept)) {
                subIndustry.setValue(kept);
            }
        });
        subIndustry.setItems(Industries.subIndustries(null));
        subIndustry.setClearButtonVisible(true);
        tags.setItems(knownTags);
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(set -> tags.select(set.getDetail()));
        fair.setItems(query -> {
            query.getLimit();
            return fairs.find(query.getFilter().orElse("")).stream().skip(query.getOffset());
        });
        fair.setItemLabelGenerator(one -> one.name() + " · " + Shown.date(one.heldOn()));
        fair.setClearButtonVisible(true);
        confidential.setHelperText(word("confidential.help"));
        environmentalZoning.setHelperText(word("environmentalZoning.help"));
        riverDistance.setHelperText(word("riverDistance.help"));
        exchangeRate.setHelperText(word("exchangeRate.help"));
        probability.setMin(0);
        probability.setMax(100);
        probability.setManualValidation(true);
        summary.setMinRows(2);
        for (var number :
                List.of(
                        exchangeRate,
                        totalInvestment,
                        fixedInvestment,
                        wantedLand,
                        wantedFloor,
                        power,
                        water,
                        gas,
                        steam,
                        ceiling,
                        floorLoad,
                        revenue,
                        tax,
                        energy)) {
            number.addClassName("number");
        }
        jobs.addClassName("number");
        riverDistance.addClassName("number");
        probability.addClassName("number");
    }

    private void bind() {
        bind("projectName", projectName, LeadProfile::projectName);
        bound.add(new Bound<>("investors", investors, LeadProfile::investors));
        bind("way", way, LeadProfile::way);
        bind("leadingIndustry", leadingIndustry, LeadProfile::leadingIndustry);
        bind("subIndustry", subIndustry, LeadProfile::subIndustry);
        bind("currency", currency, LeadProfile::currency);
        bind("totalInvestment", totalInvestment, p -> Units.tenThousands(p.totalInvestment()));
        bound.add(new Bound<>("contacts", contacts, LeadProfile::contacts));
        bind("nature", nature, LeadProfile::nature);
        bind("summary", summary, LeadProfile::summary);
        bind("tags", tags, LeadProfile::tags);
        bind("confidential", confidential, LeadProfile::confidential);
        bind("industryCode", industryCode, LeadProfile::industryCode);
        bind("cluster", cluster, LeadProfile::cluster);
        bind("catalogueClass", catalogueClass, LeadProfile::catalogueClass);
        bind("exchangeRate", exchangeRate, p -> Units.plain(p.exchangeRate()));
        bind("fixedInvestment", fixedInvestment, p -> Units.tenThousands(p.fixedInvestment()));
        bind("wantedLandM2", wantedLand, p -> Units.mu(p.wantedLandM2()));
        bind("wantedFloorM2", wantedFloor, p -> plain(p.wantedFloorM2()));
        bind("wantedBy", wantedBy, LeadProfile::wantedBy);
        bind("powerKva", power, p -> plain(p.powerKva()));
        bind("waterM3PerDay", water, p -> plain(p.waterM3PerDay()));
        bind("gasM3PerDay", gas, p -> plain(p.gasM3PerDay()));
        bind("steamTPerHour", steam, p -> plain(p.steamTPerHour()));
        bind("ceilingHeightM", ceiling, p -> plain(p.ceilingHeightM()));
        bind("floorLoadTPerM2", floorLoad, p -> plain(p.floorLoadTPerM2()));
        bind("expectedRevenueYuan", revenue, p -> Units.tenThousands(p.expectedRevenueYuan()));
        bind("expectedTaxYuan", tax, p -> Units.tenThousands(p.expectedTaxYuan()));
        bind("expectedJobs", jobs, LeadProfile::expectedJobs);
        bind("energyTce", energy, p -> plain(p.energyTce()));
        bind("emissions", emissions, LeadProfile::emissions);
        bind("chemical", chemical, LeadProfile::chemical);
        bind("riverDistanceM", riverDistance, LeadProfile::riverDistanceM);
        bind("inChemicalPark", inChemicalPark, LeadProfile::inChemicalPark);
        bind("environmentalZoning", environmentalZoning, LeadProfile::environmentalZoning);
        bind("fairId", fair, p -> fairOf(p.fairId()));
        bind("introducer", introducer, LeadProfile::introducer);
        bind("probability", probability, LeadProfile::probability);
        bind("nextAction", nextAction, LeadProfile::nextAction);
        bind("nextActionOn", nextActionOn, LeadProfile::nextActionOn);
    }

    private <V> void bind(String key, HasValue<?, V> field, Function<LeadProfile, @Nullable V> of) {
        if ((Object) field instanceof HasLabel labelled) {
            labelled.setLabel(word(key));
        }
        bound.add(new Bound<>(key, field, of));
    }

    private void groups() {
        add(
                group(
                        "project",
                        projectName,
                        way,
                        leadingIndustry,
                        subIndustry,
                        currency,
                        totalInvestment),
                group("investors", investors),
                twins,
                group("contacts", contacts));
        rest.setSummaryText(word("rest"));
        rest.addClassName("lead-rest");
        rest.add(
                group("description", nature, tags, summary, confidential),
                group("industry", industryCode, cluster, catalogueClass),
                group(
                        "investment",
                        fixedInvestment,
                        exchangeRate,
                        wantedLand,
                        wantedFloor,
                        wantedBy),
                group("utilities", power, water, gas, steam, ceiling, floorLoad),
                group("benefit", revenue, tax, jobs),
                group(
                        "environment",
                        energy,
                        chemical,
                        riverDistance,
                        inChemicalPark,
                        emissions,
                        environmentalZoning),
                group("source", fair, introducer),
                group("progress", probability, nextActionOn, nextAction));
        add(rest);
        for (var wide :
                List.<Component>of(
                        projectName,
                        investors,
                        contacts,
                        summary,
                        confidential,
                        emissions,
                        environmentalZoning,
                        nextAction)) {
            wide.addClassName("wide");
        }
    }

    private Section group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        var section = new Section(new H2(word("group." + key)), grid);
        section.addClassName("form-group");
        return section;
    }

    /** The unit of what is typed follows the currency. */
    private void units() {
        boolean yuan = currencyNow().equals("CNY");
        var unit =
                yuan
                        ? word("unit.tenThousandYuan")
                        : word("unit.tenThousand") + " " + currencyNow();
        totalInvestment.setLabel(getTranslation("ui.leads.record.totalInvestment.in", unit));
        fixedInvestment.setLabel(getTranslation("ui.leads.record.fixedInvestment.in", unit));
        exchangeRate.setVisible(!yuan);
    }

    /** Questions about chemical projects are asked of those alone, and of what was answered before. */
    private void applies() {
        boolean asked = chemical.getValue();
        riverDistance.setVisible(asked || riverDistance.getValue() != null);
        inChemicalPark.setVisible(asked || inChemicalPark.getValue() != null);
    }

    private String currencyNow() {
        return Objects.requireNonNullElse(currency.getValue(), "CNY");
    }

    private BigDecimal rate() {
        return currencyNow().equals("CNY")
                ? BigDecimal.ONE
                : kept(exchangeRate.getValue(), shown.exchangeRate()) instanceof BigDecimal typed
                        ? typed
                        : BigDecimal.ZERO;
    }

    /** What is stored where the typed is the same: a figure's trailing zeros are no change. */
    private static @Nullable BigDecimal kept(
            @Nullable BigDecimal typed, @Nullable BigDecimal stored) {
        return Units.same(typed, stored) ? stored : typed;
    }

    /** What is stored unless something else is typed: 亩 are shown with fewer digits than m² need. */
    private @Nullable BigDecimal land() {
        var stored = shown.wantedLandM2();
        return Units.same(wantedLand.getValue(), Units.mu(stored))
                ? stored
                : Units.squareMetres(wantedLand.getValue());
    }

    private @Nullable FairName fairOf(@Nullable UUID id) {
        return id == null ? null : fairs.of(id).orElse(null);
    }

    private String currency(String code) {
        try {
            return code + " " + Currency.getInstance(code).getDisplayName(getLocale());
        } catch (IllegalArgumentException unknown) {
            return code;
        }
    }

    private String word(String key) {
        return getTranslation("ui.leads.record." + key);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Units.plain(number);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
