package org.kaiyuan.enterprises.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseFieldsRefused;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** What a profile must be like, and its tidying: blanks trimmed, empty text is no text. */
public final class ProfileRules {
    public static final int LONGEST_NAME = 300;
    public static final int MOST_FORMER_NAMES = 100;
    public static final int LONGEST_LINE = 500;
    public static final int LONGEST_TEXT = 20_000;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999.99");
    private static final BigDecimal MOST_OF_ANYTHING = new BigDecimal("999999999999.99");
    public static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T][0-9]{0,4}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");
    public static final Pattern WEBSITE =
            Pattern.compile(
                    "(?i)(https?://)?[\\p{L}\\p{N}.\\-]+\\.[\\p{L}]{2,}(:\\d+)?([/?#]\\S*)?");

    private final List<FieldFault> faults = new ArrayList<>();
    private final LocalDate today;

    private ProfileRules(LocalDate today) {
        this.today = today;
    }

    /**
     * The profile, tidied.
     *
     * @throws EnterpriseFieldsRefused when a field is not as it must be; names every such field
     */
    public static EnterpriseProfile checked(EnterpriseProfile profile, LocalDate today) {
        return new ProfileRules(today).check(profile);
    }

    /** As {@link #checked}; a former name of {@code before} that is the name again is none any more. */
    public static EnterpriseProfile revised(
            EnterpriseProfile before, EnterpriseProfile wanted, LocalDate today) {
        var name = wanted.name().strip();
        var back = before.formerNames().stream().map(FormerName::name).anyMatch(name::equals);
        return checked(
                back
                        ? wanted.withFormerNames(
                                wanted.formerNames().stream()
                                        .filter(former ->
                                                former == null || !name.equals(former.name()))
                                        .toList())
                        : wanted,
                today);
    }

    private EnterpriseProfile check(EnterpriseProfile p) {
        var name = line("name", p.name(), LONGEST_NAME);
        if (name == null) {
            fault("name", "required");
        }
        var code = p.creditCode() == null ? null : CreditCode.tidy(p.creditCode());
        if (code != null && code.isEmpty()) {
            code = null;
        }
        if (code != null && !CreditCode.isValid(code)) {
            faults.add(
                    new FieldFault("creditCode", "enterprises.refusal.creditCode", List.of(code)));
        }
        money("registeredCapital", p.registeredCapital());
        matches("capitalCurrency", p.capitalCurrency(), CURRENCY);
        pastDay("foundedOn", p.foundedOn());
        day("settledOn", p.settledOn());
        pastDay("deregisteredOn", p.deregisteredOn());
        var founded = p.foundedOn();
        var deregistered = p.deregisteredOn();
        if (founded != null && deregistered != null && deregistered.isBefore(founded)) {
            fault("deregisteredOn", "beforeFounding");
        }
        var industry = line("industryCode", p.industryCode(), 5);
        matches("industryCode", industry, INDUSTRY);
        var division = line("divisionCode", p.divisionCode(), 12);
        matches("divisionCode", division, DIVISION);
        var website = line("website", p.website(), LONGEST_LINE);
        matches("website", website, WEBSITE);
        var tidy =
                new EnterpriseProfile(
                        name == null ? "" : name,
                        formerNames(p.formerNames(), name),
                        line("shortName", p.shortName(), LONGEST_NAME),
                        code,
                        line("kind", p.kind(), LONGEST_LINE),
                        p.status(),
                        p.registeredCapital(),
                        p.capitalCurrency(),
                        p.foundedOn(),
                        p.settledOn(),
                        p.deregisteredOn(),
                        industry,
                        line("leadingIndustry", p.leadingIndustry(), LONGEST_LINE),
                        line("subIndustry", p.subIndustry(), LONGEST_LINE),
                        p.chainPosition(),
                        division,
                        line("city", p.city(), LONGEST_LINE),
                        line("address", p.address(), LONGEST_LINE),
                        line("zoneLocation", p.zoneLocation(), LONGEST_LINE),
                        line("businessScope", p.businessScope(), LONGEST_TEXT),
                        line("products", p.products(), LONGEST_TEXT),
                        website,
                        p.aboveScale(),
                        p.fourAbove(),
                        contacts(p.contacts()),
                        qualifications(p.qualifications()),
                        figures(p.figures()),
                        tags(p.tags()));
        if (!faults.isEmpty()) {
            throw new EnterpriseFieldsRefused(faults);
        }
        return tidy;
    }

    private List<FormerName> formerNames(List<FormerName> names, @Nullable String now) {
        if (names.size() > MOST_FORMER_NAMES) {
            fault("formerNames", "tooMany", MOST_FORMER_NAMES);
        }
        var seen = new HashSet<String>();
        return each(
                "formerNames",
                names,
                (field, former) -> {
                    var name = line(field + ".name", former.name(), LONGEST_NAME);
                    if (name == null) {
                        fault(field + ".name", "required");
                    } else if (name.equals(now)) {
                        fault(field + ".name", "sameAsName");
                    } else if (!seen.add(name)) {
                        fault(field + ".name", "nameTwice");
                    }
                    pastDay(field + ".until", former.until());
                    return new FormerName(name == null ? "" : name, former.until());
                });
    }

    private List<ContactLine> contacts(List<ContactLine> lines) {
        return each(
                "contacts",
                lines,
                (field, line) -> {
                    var name = line(field + ".name", line.name(), 100);
                    if (name == null) {
                        fault(field + ".name", "required");
                    }
                    return new ContactLine(
                            line.id(),
                            name == null ? "" : name,
                            line(field + ".position", line.position(), 100),
                            line(field + ".phone", line.phone(), 40),
                            line(field + ".email", line.email(), 200));
                });
    }

    private List<QualificationLine> qualifications(List<QualificationLine> lines) {
        return each(
                "qualifications",
                lines,
                (field, line) -> {
                    var from = line.validFrom();
                    var until = line.validUntil();
                    anyDay(field + ".validFrom", from);
                    anyDay(field + ".validUntil", until);
                    if (from != null && until != null && until.isBefore(from)) {
                        fault(field + ".validUntil", "beforeBeginning");
                    }
                    if (line.kindCode() == null || line.kindCode().isBlank()) {
                        fault(field + ".kindCode", "required");
                    }
                    return new QualificationLine(
                            line.id(),
                            line.kindCode(),
                            line(field + ".number", line.number(), 100),
                            from,
                            until);
                });
    }

    private List<YearlyFigures> figures(List<YearlyFigures> years) {
        var seen = new HashSet<Integer>();
        return each(
                "figures",
                years,
                (field, f) -> {
                    if (f.year() < 1949 || f.year() > today.getYear() + 1) {
                        fault(field + ".year", "year");
                    }
                    if (!seen.add(f.year())) {
                        fault(field + ".year", "twice");
                    }
                    money(field + ".revenueYuan", f.revenueYuan());
                    signedMoney(field + ".taxYuan", f.taxYuan());
                    signedMoney(field + ".fixedAssetInvestmentYuan", f.fixedAssetInvestmentYuan());
                    money(field + ".rdYuan", f.rdYuan());
                    quantity(field + ".landAreaM2", f.landAreaM2());
                    quantity(field + ".energyTce", f.energyTce());
                    money(field + ".exportYuan", f.exportYuan());
                    var employees = f.employees();
                    if (employees != null && employees < 0) {
                        fault(field + ".employees", "negative");
                    }
                    var source = line(field + ".source", f.source(), LONGEST_LINE);
                    if (source == null) {
                        fault(field + ".source", "required");
                    }
                    if (f.reportedOn() == null) {
                        fault(field + ".reportedOn", "required");
                    }
                    anyDay(field + ".reportedOn", f.reportedOn());
                    return f.from(source == null ? "" : source);
                });
    }

    private Set<String> tags(Set<String> tags) {
        var tidy = new TreeSet<String>();
        for (var tag : tags) {
            var text = line("tags", tag, 40);
            if (text != null) {
                tidy.add(text);
            }
        }
        return tidy;
    }

    private interface Check<T> {
        T tidy(String field, T item);
    }

    private <T> List<T> each(String field, List<T> items, Check<T> check) {
        var tidy = new ArrayList<T>(items.size());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item == null) { // a program may say so
                fault(field + "[" + i + "]", "required");
            } else {
                tidy.add(check.tidy(field + "[" + i + "]", item));
            }
        }
        return List.copyOf(tidy);
    }

    private @Nullable String line(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var tidy = text.strip().replace("\u0000", "");
        if (tidy.length() > longest) {
            fault(field, "tooLong", longest);
        }
        return tidy;
    }

    private void matches(String field, @Nullable String text, Pattern pattern) {
        if (text != null && !pattern.matcher(text).matches()) {
            fault(field, "form", text);
        }
    }

    private void quantity(String field, @Nullable BigDecimal amount) {
        money(field, amount);
        if (amount != null && amount.compareTo(MOST_OF_ANYTHING) > 0) {
            fault(field, "tooMuch");
        }
    }

    private void money(String field, @Nullable BigDecimal amount) {
        signedMoney(field, amount);
        if (amount != null && amount.signum() < 0) {
            fault(field, "negative");
        }
    }

    private void signedMoney(String field, @Nullable BigDecimal amount) {
        if (amount != null && amount.abs().compareTo(MOST_MONEY) > 0) {
            fault(field, "tooMuch");
        }
    }

    /** People write 9999-12-31 where there is no end. */
    private void anyDay(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.getYear() > 9999)) {
            fault(field, "day");
        }
    }

    private void day(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today.plusYears(20)))) {
            fault(field, "day");
        }
    }

    private void pastDay(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(today)) {
            fault(field, "future");
        } else {
            day(field, day);
        }
    }

    private void fault(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "enterprises.rule." + rule, List.of(arguments)));
    }
}
