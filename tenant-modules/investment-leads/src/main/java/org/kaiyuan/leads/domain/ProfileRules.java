package org.kaiyuan.leads.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** What a lead's profile must be like, and its tidying: blanks trimmed, empty text is no text. */
public final class ProfileRules {
    public static final int LONGEST_NAME = 200;
    private static final int MOST_LINES = 50;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");
    private static final BigDecimal MOST_OF_ANYTHING = new BigDecimal("9999999999.99");
    private static final BigDecimal MOST_SMALL = new BigDecimal("9999.99");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T][0-9]{0,4}");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|.\\*\\*\\*@.*|\\*\\*\\*");
    private static final Pattern PHONE = Pattern.compile("[0-9+()*\\- ]{5,30}");

    private final List<FieldFault> faults = new ArrayList<>();

    private ProfileRules() {}

    /**
     * The profile, tidied.
     *
     * @throws LeadFieldsRefused when a field is not as it must be; names every such field
     */
    public static LeadProfile checked(LeadProfile profile) {
        return new ProfileRules().check(profile);
    }

    private LeadProfile check(LeadProfile p) {
        var d = LeadDraft.of(p);
        var name = line("projectName", p.projectName(), LONGEST_NAME);
        if (name == null) {
            fault("projectName", "required");
        } else {
            d.projectName(name);
        }
        d.summary(text("summary", p.summary(), 4000));
        d.introducer(line("introducer", p.introducer(), 200));
        d.leadingIndustry(line("leadingIndustry", p.leadingIndustry(), 60));
        d.subIndustry(line("subIndustry", p.subIndustry(), 60));
        d.cluster(line("cluster", p.cluster(), 60));
        d.emissions(text("emissions", p.emissions(), 1000));
        d.environmentalZoning(text("environmentalZoning", p.environmentalZoning(), 1000));
        d.nextAction(line("nextAction", p.nextAction(), 500));
        industries(d);
        money(d);
        d.wantedLandM2(amount("wantedLandM2", p.wantedLandM2(), MOST_OF_ANYTHING));
        d.wantedFloorM2(amount("wantedFloorM2", p.wantedFloorM2(), MOST_OF_ANYTHING));
        d.powerKva(amount("powerKva", p.powerKva(), MOST_OF_ANYTHING));
        d.waterM3PerDay(amount("waterM3PerDay", p.waterM3PerDay(), MOST_OF_ANYTHING));
        d.gasM3PerDay(amount("gasM3PerDay", p.gasM3PerDay(), MOST_OF_ANYTHING));
        d.steamTPerHour(amount("steamTPerHour", p.steamTPerHour(), new BigDecimal("99999999")));
        d.ceilingHeightM(amount("ceilingHeightM", p.ceilingHeightM(), MOST_SMALL));
        d.floorLoadTPerM2(amount("floorLoadTPerM2", p.floorLoadTPerM2(), MOST_SMALL));
        d.expectedRevenueYuan(amount("expectedRevenueYuan", p.expectedRevenueYuan(), MOST_MONEY));
        d.expectedTaxYuan(amount("expectedTaxYuan", p.expectedTaxYuan(), MOST_MONEY));
        d.energyTce(amount("energyTce", p.energyTce(), MOST_OF_ANYTHING));
        whole("expectedJobs", p.expectedJobs(), 10_000_000);
        whole("riverDistanceM", p.riverDistanceM(), 10_000_000);
        whole("probability", p.probability(), 100);
        day("wantedBy", p.wantedBy());
        day("nextActionOn", p.nextActionOn());
        d.investors(investors(p.investors()));
        d.contacts(contacts(p.contacts()));
        d.tags(tags(p.tags()));
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        return d.profile();
    }

    private void industries(LeadDraft d) {
        var p = d.profile();
        var code = line("industryCode", p.industryCode(), 5);
        d.industryCode(code);
        if (code != null && !INDUSTRY.matcher(code).matches()) {
            fault("industryCode", "industryCode");
        }
        if (p.leadingIndustry() != null && !Industries.leading().contains(p.leadingIndustry())) {
            fault("leadingIndustry", "leadingIndustry");
        } else if (p.subIndustry() != null
                && !Industries.subIndustries(p.leadingIndustry()).contains(p.subIndustry())) {
            fault("subIndustry", "subIndustry");
        }
    }

    private void money(LeadDraft d) {
        var p = d.profile();
        var currency = line("currency", p.currency(), 3);
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            fault("currency", "currency");
        } else {
            d.currency(currency);
            if (currency.equals("CNY")) {
                d.exchangeRate(BigDecimal.ONE);
            }
        }
        var rate = d.profile().exchangeRate();
        if (rate.signum() <= 0 || rate.compareTo(new BigDecimal("100000")) > 0) {
            fault("exchangeRate", "exchangeRate");
        } else {
            d.exchangeRate(rate.setScale(6, RoundingMode.HALF_UP));
        }
        d.totalInvestment(amount("totalInvestment", p.totalInvestment(), MOST_MONEY));
        d.fixedInvestment(amount("fixedInvestment", p.fixedInvestment(), MOST_MONEY));
        if (p.totalInvestment() != null
                && p.fixedInvestment() != null
                && p.fixedInvestment().compareTo(p.totalInvestment()) > 0) {
            fault("fixedInvestment", "fixedBeyondTotal");
        }
    }

    private List<InvestorLine> investors(List<InvestorLine> lines) {
        most("investors", lines);
        var tidy = new ArrayList<InvestorLine>();
        for (int i = 0; i < lines.size(); i++) {
            var l = lines.get(i);
            var at = "investors[" + i + "].";
            var name = line(at + "name", l.name(), 300);
            if (name == null) {
                fault(at + "name", "required");
                continue;
            }
            var code = l.creditCode() == null ? "" : CreditCode.tidy(l.creditCode());
            if (!code.isEmpty() && !CreditCode.isValid(code)) {
                fault(at + "creditCode", "creditCode");
            }
            if (!COUNTRY.matcher(l.country()).matches()) {
                fault(at + "country", "country");
            }
            tidy.add(
                    new InvestorLine(
                            l.id(),
                            name,
                            code.isEmpty() ? null : code,
                            line(at + "foreignRegistration", l.foreignRegistration(), 100),
                            l.country(),
                            l.global500(),
                            l.listed(),
                            l.industryLeader(),
                            l.enterpriseId()));
        }
        return tidy;
    }

    private List<LeadContact> contacts(List<LeadContact> lines) {
        most("contacts", lines);
        var tidy = new ArrayList<LeadContact>();
        for (int i = 0; i < lines.size(); i++) {
            var l = lines.get(i);
            var at = "contacts[" + i + "].";
            var name = line(at + "name", l.name(), 100);
            if (name == null) {
                fault(at + "name", "required");
                continue;
            }
            var phone = line(at + "phone", l.phone(), 30);
            if (phone != null && !PHONE.matcher(phone).matches()) {
                fault(at + "phone", "phone");
            }
            var email = line(at + "email", l.email(), 200);
            if (email != null && !EMAIL.matcher(email).matches()) {
                fault(at + "email", "email");
            }
            tidy.add(
                    new LeadContact(
                            l.id(), name, line(at + "position", l.position(), 100), phone, email));
        }
        return tidy;
    }

    private Set<String> tags(Set<String> tags) {
        most("tags", tags);
        var tidy = new TreeSet<String>();
        for (var tag : tags) {
            var one = line("tags", tag, 40);
            if (one != null) {
                tidy.add(one);
            }
        }
        return tidy;
    }

    private void most(String field, Collection<?> lines) {
        if (lines.size() > MOST_LINES) {
            fault(field, "tooMany", MOST_LINES);
        }
    }

    private @Nullable String line(String field, @Nullable String text, int longest) {
        return text(field, text == null ? null : text.replaceAll("\\s+", " "), longest);
    }

    private @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var tidy = text.replace("\u0000", "").strip();
        if (tidy.length() > longest) {
            fault(field, "tooLong", longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }

    private @Nullable BigDecimal amount(
            String field, @Nullable BigDecimal amount, BigDecimal most) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            fault(field, "negative");
        } else if (amount.compareTo(most) > 0) {
            fault(field, "tooMuch");
        }
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private void whole(String field, @Nullable Integer number, int most) {
        if (number != null && (number < 0 || number > most)) {
            fault(field, "between", 0, most);
        }
    }

    private void day(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            fault(field, "day");
        }
    }

    private void fault(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "leads.rule." + rule, List.of(arguments)));
    }
}
