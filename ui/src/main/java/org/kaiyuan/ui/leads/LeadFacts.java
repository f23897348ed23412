package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/** What is known of a lead, in the groups of its form; what is not known is left out. */
class LeadFacts extends Div {
    private final transient LeadDoors doors;

    /**
     * @param whole puts something beside a contact, such as a button that shows it whole; null for nothing
     */
    LeadFacts(LeadDoors doors, LeadDetails lead, @Nullable Function<LeadContact, Component> whole) {
        this.doors = doors;
        addClassName("lead-facts");
        var p = lead.profile();
        var unit = moneyUnit(p.currency());
        group(
                "description",
                fact("way", doors.messages().of(getLocale(), p.way())),
                fact("nature", doors.messages().of(getLocale(), p.nature())),
                fact("registeredOn", Shown.date(lead.registeredOn())),
                fact("signedOn", date(lead.signedOn())),
                fact("team", team(lead)),
                wide(fact("summary", p.summary())));
        investors(p.investors());
        contacts(p.contacts(), whole);
        group(
                "industry",
                fact("leadingIndustry", p.leadingIndustry()),
                fact("subIndustry", p.subIndustry()),
                fact(
                        "industryCode",
                        p.industryCode() == null ? null : Industries.shown(p.industryCode())),
                fact("cluster", p.cluster()),
                fact(
                        "catalogueClass",
                        p.catalogueClass() == null
                                ? null
                                : doors.messages().of(getLocale(), p.catalogueClass())));
        group(
                "investment",
                fact("totalInvestment", with(tenThousands(p.totalInvestment()), unit)),
                fact("fixedInvestment", with(tenThousands(p.fixedInvestment()), unit)),
                fact(
                        "exchangeRate",
                        p.currency().equals("CNY")
                                ? null
                                : Units.plain(p.exchangeRate()).toPlainString()),
                fact("wantedLandM2", with(mu(p.wantedLandM2()), word("unit.mu"))),
                fact("wantedFloorM2", with(figure(p.wantedFloorM2()), "m²")),
                fact("wantedBy", date(p.wantedBy())));
        group(
                "utilities",
                fact("powerKva", with(figure(p.powerKva()), "kVA")),
                fact("waterM3PerDay", with(figure(p.waterM3PerDay()), word("unit.m3day"))),
                fact("gasM3PerDay", with(figure(p.gasM3PerDay()), word("unit.m3day"))),
                fact("steamTPerHour", with(figure(p.steamTPerHour()), word("unit.thour"))),
                fact("ceilingHeightM", with(figure(p.ceilingHeightM()), word("unit.m"))),
                fact("floorLoadTPerM2", with(figure(p.floorLoadTPerM2()), word("unit.tm2"))));
        var tenThousandYuan = word("unit.tenThousandYuan");
        group(
                "benefit",
                fact(
                        "expectedRevenueYuan",
                        with(tenThousands(p.expectedRevenueYuan()), tenThousandYuan)),
                fact("expectedTaxYuan", with(tenThousands(p.expectedTaxYuan()), tenThousandYuan)),
                fact("expectedJobs", with(figure(p.expectedJobs()), word("unit.people"))));
        group(
                "environment",
                fact("energyTce", with(figure(p.energyTce()), word("unit.tce"))),
                fact("chemical", p.chemical() ? getTranslation("ui.true") : null),
                fact("riverDistanceM", with(figure(p.riverDistanceM()), word("unit.m"))),
                fact(
                        "inChemicalPark",
                        p.inChemicalPark() == null
                                ? null
                                : getTranslation("ui." + p.inChemicalPark())),
                wide(fact("emissions", p.emissions())),
                wide(fact("environmentalZoning", p.environmentalZoning())));
        var fair = p.fairId() == null ? null : doors.fairs().of(p.fairId()).orElse(null);
        group(
                "source",
                fact(
                        "fairId",
                        fair == null ? null : fair.name() + " · " + Shown.date(fair.heldOn())),
                fact("introducer", p.introducer()));
        group(
                "progress",
                fact("probability", with(figure(p.probability()), "%")),
                fact("nextActionOn", date(p.nextActionOn())),
                wide(fact("nextAction", p.nextAction())),
                fact("poolReason", lead.poolReason()),
                fact("silentOn", date(lead.silentOn())));
    }

    private String moneyUnit(String currency) {
        return currency.equals("CNY")
                ? word("unit.tenThousandYuan")
                : word("unit.tenThousand") + " " + currency;
    }

    private @Nullable String team(LeadDetails lead) {
        var names = lead.team().stream().map(member -> member.name()).toList();
        return names.isEmpty() ? null : String.join("、", names);
    }

    private void investors(List<InvestorLine> investors) {
        if (investors.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        word("investors"),
                        List.of(
                                word("investor.name"),
                                word("investor.number"),
                                word("investor.country"),
                                word("investor.flags")));
        for (var one : investors) {
            table.row(
                    one.enterpriseId() == null
                            ? new Span(one.name())
                            : new Anchor("enterprises/" + one.enterpriseId(), one.name()),
                    Shown.text(
                            one.creditCode() == null
                                    ? one.foreignRegistration()
                                    : one.creditCode()),
                    Countries.shown(one.country(), getLocale()),
                    flags(one));
        }
        section("investors", table);
    }

    private Component flags(InvestorLine one) {
        var chips = new Div();
        chips.addClassName("chips");
        chip(chips, one.global500(), "investor.global500");
        chip(chips, one.listed(), "investor.listed");
        chip(chips, one.industryLeader(), "investor.leader");
        chip(chips, one.enterpriseId() != null, "investor.again");
        return chips;
    }

    private void chip(Div chips, boolean shown, String key) {
        if (shown) {
            var chip = new Span(word(key));
            chip.addClassName("chip");
            chips.add(chip);
        }
    }

    private void contacts(
            List<LeadContact> contacts, @Nullable Function<LeadContact, Component> whole) {
        if (contacts.isEmpty()) {
            return;
        }
        var heads =
                new ArrayList<>(
                        List.of(
                                word("contact.name"),
                                word("contact.position"),
                                word("contact.phone"),
                                word("contact.email")));
        if (whole != null) {
            heads.add(getTranslation("ui.unmask"));
        }
        var table = new PlainTable(word("contacts"), heads);
        for (var one : contacts) {
            var cells =
                    new ArrayList<Object>(
                            List.of(
                                    one.name(),
                                    Shown.text(one.position()),
                                    Shown.text(one.phone()),
                                    Shown.text(one.email())));
            if (whole != null) {
                cells.add(whole.apply(one));
            }
            table.row(cells.toArray());
        }
        section("contacts", table);
    }

    private void group(String key, @Nullable Div... facts) {
        var known = new Div();
        known.addClassName("facts");
        for (var fact : facts) {
            if (fact != null) {
                known.add(fact);
            }
        }
        if (known.getComponentCount() > 0) {
            section(key, known);
        }
    }

    private void section(String key, Component content) {
        var section = new Section(new H2(word("group." + key)), content);
        section.addClassName("lead-section");
        add(section);
    }

    private @Nullable Div fact(String column, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var what = new Div(label(column));
        what.addClassName("what");
        var value = new Div(text);
        value.addClassName("value");
        return new Div(what, value);
    }

    private String label(String column) {
        return switch (column) {
            case "registeredOn", "signedOn", "poolReason", "silentOn" -> word(column);
            default -> getTranslation("leads.column." + column);
        };
    }

    private static @Nullable Div wide(@Nullable Div fact) {
        if (fact != null) {
            fact.addClassName("whole");
        }
        return fact;
    }

    private static @Nullable String with(@Nullable String figure, String unit) {
        return figure == null ? null : figure + " " + unit;
    }

    private static @Nullable String tenThousands(@Nullable BigDecimal amount) {
        return amount == null ? null : Shown.tenThousands(amount);
    }

    private static @Nullable String mu(@Nullable BigDecimal squareMetres) {
        return squareMetres == null ? null : Shown.mu(squareMetres);
    }

    private static @Nullable String figure(@Nullable Number number) {
        return number == null ? null : Shown.figure(number);
    }

    private static @Nullable String date(java.time.@Nullable LocalDate day) {
        return day == null ? null : Shown.date(day);
    }

    private String word(String key) {
        return getTranslation("ui.leads.record." + key);
    }
}
