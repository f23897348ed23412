package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.Rows;

/** All fields of an enterprise's form, in groups; each knows what the API calls it. */
class EnterpriseFields extends Div {
    final TextField name = new TextField();
    final Rows<FormerName> formerNames;
    final TextField shortName = new TextField();
    final TextField creditCode = new TextField();
    final TextField kind = new TextField();
    final Select<EnterpriseStatus> status = new Select<>();
    final BigDecimalField registeredCapital = new BigDecimalField();
    final ComboBox<String> capitalCurrency = new ComboBox<>();
    final DatePicker foundedOn = new DatePicker();
    final DatePicker settledOn = new DatePicker();
    final DatePicker deregisteredOn = new DatePicker();
    final ComboBox<String> industryCode = new ComboBox<>();
    final ComboBox<String> leadingIndustry = new ComboBox<>();
    final ComboBox<String> subIndustry = new ComboBox<>();
    final Select<ChainPosition> chainPosition = new Select<>();
    final ComboBox<String> divisionCode = new ComboBox<>();
    final TextField city = new TextField();
    final TextField address = new TextField();
    final TextField zoneLocation = new TextField();
    final TextArea businessScope = new TextArea();
    final TextArea products = new TextArea();
    final TextField website = new TextField();
    final Checkbox aboveScale = new Checkbox();
    final Checkbox fourAbove = new Checkbox();
    final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    final Rows<ContactLine> contacts;
    final Rows<QualificationLine> qualifications;
    final Rows<YearlyFigures> figures;

    /** One field, what it is called in the API, and what it shows of a profile. */
    private record Bound<V>(
            String key, HasValue<?, V> field, Function<EnterpriseProfile, @Nullable V> of) {
        void show(EnterpriseProfile profile) {
            var value = of.apply(profile);
            if (value == null) {
                field.clear();
            } else {
                field.setValue(value);
            }
        }

        boolean differs(EnterpriseProfile one, EnterpriseProfile other) {
            return !Objects.equals(of.apply(one), of.apply(other));
        }
    }

    private final transient List<Bound<?>> bound = new ArrayList<>();
    private final transient Messages messages;

    EnterpriseFields(
            Messages messages,
            Map<String, String> qualificationKinds,
            List<String> knownTags,
            LocalDate today) {
        this.messages = messages;
        var children = new ChildRows(key -> getTranslation("ui.enterprises." + key));
        formerNames =
                children.formerNames(word("formerNames"), getTranslation("ui.form.add.formerName"));
        contacts = children.contacts(word("tab.contacts"), getTranslation("ui.form.add.contact"));
        qualifications =
                children.qualifications(
                        word("tab.qualifications"),
                        getTranslation("ui.form.add.qualification"),
                        qualificationKinds);
        figures = children.figures(word("tab.figures"), getTranslation("ui.form.add.year"), today);
        addClassName("form-groups");
        pickers(knownTags);
        bind();
        groups();
        show(EnterpriseProfile.named(""));
    }

    /** What is filled in now. */
    EnterpriseProfile profile() {
        return new EnterpriseProfile(
                name.getValue(),
                formerNames.now(),
                text(shortName.getValue()),
                text(creditCode.getValue()),
                text(kind.getValue()),
                status.getValue(),
                ChildRows.yuan(registeredCapital),
                Objects.requireNonNullElse(capitalCurrency.getValue(), "CNY"),
                foundedOn.getValue(),
                settledOn.getValue(),
                deregisteredOn.getValue(),
                industryCode.getValue(),
                leadingIndustry.getValue(),
                subIndustry.getValue(),
                chainPosition.getValue(),
                divisionCode.getValue(),
                text(city.getValue()),
                text(address.getValue()),
                text(zoneLocation.getValue()),
                text(businessScope.getValue()),
                text(products.getValue()),
                text(website.getValue()),
                aboveScale.getValue(),
                fourAbove.getValue(),
                contacts.now(),
                qualifications.now(),
                figures.now(),
                Set.copyOf(tags.getValue()));
    }

    void show(EnterpriseProfile profile) {
        bound.forEach(field -> field.show(profile));
    }

    /**
     * Takes over what {@code theirs} changed since {@code base} wherever nothing else was typed.
     *
     * @return the fields that both changed: what was typed stays there
     */
    List<String> takeOver(EnterpriseProfile base, EnterpriseProfile theirs) {
        var mine = profile();
        var both = new ArrayList<String>();
        for (var field : bound) {
            if (field.differs(base, theirs) && field.differs(mine, theirs)) {
                if (field.differs(mine, base)) {
                    both.add(field.key());
                } else {
                    field.show(theirs);
                }
            }
        }
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
                if (first && field.field() instanceof com.vaadin.flow.component.Focusable<?> here) {
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

    private String inChild(String field, String sentence) {
        int open = field.indexOf('[');
        int close = field.indexOf(']');
        int number = Integer.parseInt(field.substring(open + 1, close)) + 1;
        var key = field.substring(close + 1).replace(".", "");
        return getTranslation("ui.form.line", number)
                + new FieldWords(messages, getLocale())
                        .label(childLabel(field.substring(0, open), key))
                + " "
                + sentence;
    }

    private static String childLabel(String children, String key) {
        return switch (children) {
            case "formerNames" -> key.equals("name") ? "formerName" : key;
            case "contacts" -> "contact." + key;
            case "qualifications" -> key.equals("number") ? "qualification.number" : key;
            default -> key;
        };
    }

    private void pickers(List<String> knownTags) {
        status.setItems(EnterpriseStatus.values());
        status.setItemLabelGenerator(s -> messages.of(getLocale(), s));
        chainPosition.setItems(ChainPosition.values());
        chainPosition.setItemLabelGenerator(c -> messages.of(getLocale(), c));
        capitalCurrency.setItems("CNY", "USD", "HKD", "EUR", "JPY", "GBP", "TWD", "SGD", "KRW");
        capitalCurrency.setItemLabelGenerator(this::currency);
        industryCode.setItems(Industries.codes());
        industryCode.setItemLabelGenerator(Industries::shown);
        divisionCode.setItems(Divisions.codes());
        divisionCode.setItemLabelGenerator(Divisions::shown);
        leadingIndustry.setItems(Industries.leading());
        leadingIndustry.addValueChangeListener(change -> {
            var kept = subIndustry.getValue();
            subIndustry.setItems(Industries.subIndustries(change.getValue()));
            if (kept != null) {
                subIndustry.setValue(kept);
            }
        });
        subIndustry.setItems(Industries.subIndustries(null));
        for (var open : List.of(leadingIndustry, subIndustry)) {
            open.setAllowCustomValue(true);
            open.addCustomValueSetListener(set -> open.setValue(set.getDetail()));
        }
        tags.setItems(knownTags);
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(set -> tags.select(set.getDetail()));
        name.setRequiredIndicatorVisible(true);
        registeredCapital.addClassName("number");
        businessScope.setMinRows(3);
        products.setMinRows(2);
    }

    private void bind() {
        bind("name", "name", name, EnterpriseProfile::name);
        bind("creditCode", "creditCode", creditCode, EnterpriseProfile::creditCode);
        bind("shortName", "shortName", shortName, EnterpriseProfile::shortName);
        bind("kind", "kind", kind, EnterpriseProfile::kind);
        bind("status", "status", status, EnterpriseProfile::status);
        bind(
                "registeredCapital",
                "capital",
                registeredCapital,
                p -> ChildRows.tenThousands(p.registeredCapital()));
        bind("capitalCurrency", "currency", capitalCurrency, EnterpriseProfile::capitalCurrency);
        bind("foundedOn", "foundedOn", foundedOn, EnterpriseProfile::foundedOn);
        bind("settledOn", "settledOn", settledOn, EnterpriseProfile::settledOn);
        bind("deregisteredOn", "deregisteredOn", deregisteredOn, EnterpriseProfile::deregisteredOn);
        bind("industryCode", "industryCode", industryCode, EnterpriseProfile::industryCode);
        bind(
                "leadingIndustry",
                "leadingIndustry",
                leadingIndustry,
                EnterpriseProfile::leadingIndustry);
        bind("subIndustry", "subIndustry", subIndustry, EnterpriseProfile::subIndustry);
        bind("chainPosition", "chainPosition", chainPosition, EnterpriseProfile::chainPosition);
        bind("divisionCode", "division", divisionCode, EnterpriseProfile::divisionCode);
        bind("city", "city", city, EnterpriseProfile::city);
        bind("address", "address", address, EnterpriseProfile::address);
        bind("zoneLocation", "zoneLocation", zoneLocation, EnterpriseProfile::zoneLocation);
        bind("businessScope", "businessScope", businessScope, EnterpriseProfile::businessScope);
        bind("products", "products", products, EnterpriseProfile::products);
        bind("website", "website", website, EnterpriseProfile::website);
        bind("aboveScale", "aboveScale", aboveScale, EnterpriseProfile::aboveScale);
        bind("fourAbove", "fourAbove", fourAbove, EnterpriseProfile::fourAbove);
        bind("tags", "tag", tags, EnterpriseProfile::tags);
        bound.add(new Bound<>("formerNames", formerNames, EnterpriseProfile::formerNames));
        bound.add(new Bound<>("contacts", contacts, EnterpriseProfile::contacts));
        bound.add(new Bound<>("qualifications", qualifications, EnterpriseProfile::qualifications));
        bound.add(new Bound<>("figures", figures, EnterpriseProfile::figures));
    }

    private <V> void bind(
            String key,
            String label,
            HasValue<?, V> field,
            Function<EnterpriseProfile, @Nullable V> of) {
        if ((Object) field instanceof com.vaadin.flow.component.HasLabel labelled) {
            labelled.setLabel(word(label));
        }
        bound.add(new Bound<>(key, field, of));
    }

    private void groups() {
        group(
                "basics",
                name,
                creditCode,
                shortName,
                kind,
                status,
                registeredCapital,
                capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                formerNames);
        group(
                "industry",
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition,
                aboveScale,
                fourAbove,
                tags);
        group("place", divisionCode, city, address, zoneLocation, website);
        group("business", products, businessScope);
        group("people", contacts);
        group("qualified", qualifications);
        group("reported", figures);
        for (var wide :
                List.<Component>of(
                        name,
                        address,
                        products,
                        businessScope,
                        formerNames,
                        contacts,
                        qualifications,
                        figures)) {
            wide.addClassName("wide");
        }
    }

    private void group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        var section = new Section(new H2(getTranslation("ui.form.group." + key)), grid);
        section.addClassName("form-group");
        add(section);
    }

    private String currency(String code) {
        return code + " " + java.util.Currency.getInstance(code).getDisplayName(getLocale());
    }

    private String word(String key) {
        return getTranslation("ui.enterprises." + key);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
