package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadImportField.Unit;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.ProfileRules;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.imports.StagedRows;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.transfer.Cells;
import org.kaiyuan.platform.transfer.TabularRow;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of a file as a line of COPY: read into the same profile that a form fills, checked by the same rules,
 * and made a lead for as long as it takes to count what is due.
 */
final class StagedLead implements StagedRows {
    private static final BigDecimal M2_PER_MU =
            new BigDecimal("10000").divide(new BigDecimal("15"), 10, RoundingMode.HALF_UP);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    /** Between the forms in one field of COPY; no form has it. */
    private static final char BETWEEN = '\u0001';

    private final TenantId tenant;
    private final Map<LeadImportField, Integer> positions;
    private final Map<LeadImportField, Unit> units;
    private final boolean inDollars;
    private final int most;
    private final boolean anyStage;
    private final ImportedWords.Words words;
    private final LeadRules rules;
    private final WorkingCalendar calendar;
    private final StringBuilder line;
    private final LocalDate today;
    private final Instant now;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, Object>> faults = new LinkedHashMap<>();

    /**
     * What all rows of a file have in common.
     *
     * @param most cells that a row may have
     * @param anyStage whether leads may come in behind the gates
     */
    record Setting(
            TenantId tenant,
            List<String> headings,
            List<@Nullable LeadImportField> columns,
            int most,
            boolean anyStage,
            ImportedWords.Words words,
            LeadRules rules,
            WorkingCalendar calendar,
            Instant now) {}

    StagedLead(Setting setting, StringBuilder line) {
        this.tenant = setting.tenant();
        this.positions = LeadImportField.positions(setting.columns());
        this.units = new LinkedHashMap<>();
        boolean dollars = false;
        for (var entry : positions.entrySet()) {
            var heading = setting.headings().get(entry.getValue());
            var unit = LeadImportField.unitOf(heading);
            if (unit != null) {
                units.put(entry.getKey(), unit);
            }
            dollars |=
                    entry.getKey() == LeadImportField.TOTAL_INVESTMENT
                            && LeadImportField.isInDollars(heading);
        }
        this.inDollars = dollars;
        this.most = setting.most();
        this.anyStage = setting.anyStage();
        this.words = setting.words();
        this.rules = setting.rules();
        this.calendar = setting.calendar();
        this.now = setting.now();
        this.today = LocalDate.ofInstant(now, SHANGHAI);
        this.line = line;
    }

    @Override
    public boolean put(TabularRow row) {
        faults.clear();
        var cells = row.cells();
        if (cells.size() > most) {
            fault("row", String.join(" ｜ ", cells.subList(most, cells.size())), "tooManyCells");
        }
        var profile = checked(cells, profile(cells));
        var stage = stage(cells);
        var owner = owner(cells);
        var registered = day(cells, LeadImportField.REGISTERED_ON, true);
        var followed = day(cells, LeadImportField.FOLLOWED_ON, true);
        var signed = day(cells, LeadImportField.SIGNED_ON, true);
        if (stage.isSigned() && signed == null && of(cells, LeadImportField.SIGNED_ON).isEmpty()) {
            fault("signedOn", of(cells, LeadImportField.STAGE), "signedOnMissing");
        }
        if (profile.confidential() && owner == null) {
            fault("confidential", of(cells, LeadImportField.CONFIDENTIAL), "confidentialUnowned");
        }
        boolean good = faults.isEmpty();
        var id = UuidV7.next();
        var lead =
                new Lead(
                        tenant,
                        new LeadId(id),
                        "",
                        profile,
                        "",
                        registered == null ? today : registered,
                        now);
        if (good) {
            if (owner != null) {
                lead.giveTo(owner.username(), owner.name(), owner.team(), now);
            }
            if (stage != LeadStage.CLUE) {
                lead.enter(stage, id, signed, now);
            }
            if (followed != null || stage != LeadStage.CLUE) {
                // whoever has come so far was spoken with: on the day it came in, when nobody says
                // more
                lead.followed(
                        followed == null ? lead.registeredOn() : followed,
                        profile.nextAction(),
                        profile.nextActionOn(),
                        now);
            }
            lead.count(rules, calendar);
        }
        write(
                row.number(),
                id,
                of(cells, LeadImportField.CODE),
                lead,
                profile,
                unknownOwner(cells, owner));
        return good;
    }

    private LeadProfile profile(List<String> cells) {
        var draft =
                LeadDraft.named(of(cells, LeadImportField.PROJECT_NAME))
                        .summary(text(cells, LeadImportField.SUMMARY))
                        .introducer(text(cells, LeadImportField.INTRODUCER))
                        .leadingIndustry(text(cells, LeadImportField.LEADING_INDUSTRY))
                        .subIndustry(text(cells, LeadImportField.SUB_INDUSTRY))
                        .industryCode(text(cells, LeadImportField.INDUSTRY))
                        .cluster(text(cells, LeadImportField.CLUSTER))
                        .totalInvestment(money(cells, LeadImportField.TOTAL_INVESTMENT))
                        .fixedInvestment(money(cells, LeadImportField.FIXED_INVESTMENT))
                        .expectedRevenueYuan(money(cells, LeadImportField.REVENUE))
                        .expectedTaxYuan(money(cells, LeadImportField.TAX))
                        .expectedJobs(whole(cells, LeadImportField.JOBS))
                        .wantedLandM2(area(cells, LeadImportField.LAND, Unit.MU))
                        .wantedFloorM2(area(cells, LeadImportField.FLOOR, Unit.M2))
                        .wantedBy(day(cells, LeadImportField.WANTED_BY, false))
                        .chemical(yes(cells, LeadImportField.CHEMICAL))
                        .confidential(yes(cells, LeadImportField.CONFIDENTIAL))
                        .probability(whole(cells, LeadImportField.PROBABILITY))
                        .nextAction(text(cells, LeadImportField.NEXT_ACTION))
                        .nextActionOn(day(cells, LeadImportField.NEXT_ACTION_ON, false))
                        .investors(investors(cells))
                        .contacts(contacts(cells))
                        .tags(new TreeSet<>(many(of(cells, LeadImportField.TAGS))));
        var way = of(cells, LeadImportField.WAY);
        if (!way.isEmpty()) {
            var known = words.way(way);
            if (known == null) {
                fault("way", way, "way");
            } else {
                draft.way(known);
            }
        }
        var nature = of(cells, LeadImportField.NATURE);
        if (!nature.isEmpty()) {
            var known = words.nature(nature);
            if (known == null) {
                fault("nature", nature, "nature");
            } else {
                draft.nature(known);
            }
        }
        var fair = of(cells, LeadImportField.FAIR);
        if (!fair.isEmpty()) {
            var known = words.fair(fair);
            if (known == null) {
                fault("fairId", fair, "fair");
            }
            draft.fairId(known);
        }
        var currency = of(cells, LeadImportField.CURRENCY);
        if (!currency.isEmpty() || inDollars) {
            draft.currency(currency.isEmpty() ? "USD" : Cells.currency(currency));
        }
        var rate = of(cells, LeadImportField.EXCHANGE_RATE);
        if (!rate.isEmpty()) {
            var number = Cells.number(rate);
            if (number == null) {
                fault("exchangeRate", rate, "number");
            } else {
                draft.exchangeRate(number);
            }
        } else if (!draft.profile().currency().equals("CNY")) {
            fault("exchangeRate", draft.profile().currency(), "exchangeRateMissing");
        }
        return draft.profile();
    }

    private LeadProfile checked(List<String> cells, LeadProfile profile) {
        try {
            return ProfileRules.checked(profile);
        } catch (LeadFieldsRefused refused) {
            for (var fault : refused.fields()) {
                var field = LeadImportField.ofFault(fault.field());
                var known = LeadImportField.named(field);
                fault(
                        field,
                        known.map(one -> of(cells, one)).orElse(""),
                        fault.messageKey(),
                        fault.arguments());
            }
            return profile;
        }
    }

    private List<InvestorLine> investors(List<String> cells) {
        var names = many(of(cells, LeadImportField.INVESTOR));
        var codes = split(of(cells, LeadImportField.CREDIT_CODE));
        var countries = split(of(cells, LeadImportField.COUNTRY));
        var investors = new ArrayList<InvestorLine>();
        if (names.isEmpty() && !of(cells, LeadImportField.CREDIT_CODE).isEmpty()) {
            fault("investors.name", "", "leads.rule.required", List.of());
        }
        for (int i = 0; i < names.size(); i++) {
            var code = i < codes.size() ? codes.get(i) : "";
            var country =
                    i < countries.size()
                            ? countries.get(i)
                            : countries.isEmpty() ? "" : countries.getLast();
            boolean first = i == 0;
            investors.add(
                    new InvestorLine(
                            null,
                            names.get(i),
                            code.isEmpty() ? null : code,
                            null,
                            country.isEmpty() ? "CN" : words.country(country),
                            first && yes(cells, LeadImportField.GLOBAL_500),
                            first && yes(cells, LeadImportField.LISTED),
                            first && yes(cells, LeadImportField.LEADER),
                            null));
        }
        return investors;
    }

    private List<LeadContact> contacts(List<String> cells) {
        var names = many(of(cells, LeadImportField.CONTACT));
        var positions = split(of(cells, LeadImportField.CONTACT_POSITION));
        var phones = split(of(cells, LeadImportField.CONTACT_PHONE));
        var emails = split(of(cells, LeadImportField.CONTACT_EMAIL));
        if (names.isEmpty() && !phones.isEmpty()) {
            names = List.of("联系人"); // a number without a name is worth keeping
        }
        var contacts = new ArrayList<LeadContact>();
        for (int i = 0; i < names.size(); i++) {
            contacts.add(
                    new LeadContact(
                            null,
                            names.get(i),
                            at(positions, i),
                            unmasked(at(phones, i)),
                            unmasked(at(emails, i))));
        }
        return contacts;
    }

    /** What an export masked says nothing. */
    private static @Nullable String unmasked(@Nullable String text) {
        return text == null || text.contains("*") ? null : text;
    }

    private LeadStage stage(List<String> cells) {
        var typed = of(cells, LeadImportField.STAGE);
        if (typed.isEmpty()) {
            return LeadStage.CLUE;
        }
        var stage = words.stage(typed);
        if (stage == null) {
            fault("stage", typed, "stage");
            return LeadStage.CLUE;
        }
        if (!anyStage && stage.compareTo(LeadStage.NEGOTIATION) > 0) {
            fault("stage", typed, "stageBehindGates");
        }
        return stage;
    }

    private ImportedWords.@Nullable Owner owner(List<String> cells) {
        var typed = of(cells, LeadImportField.OWNER);
        if (typed.isEmpty()) {
            return null;
        }
        var owners = words.owners(typed);
        if (owners.size() > 1) {
            fault("owner", typed, "ownerAmbiguous");
        }
        return owners.isEmpty() ? null : owners.getFirst();
    }

    /** Whoever looked after it and is not here any more: kept as the reason why it lies in the pool. */
    private @Nullable String unknownOwner(List<String> cells, ImportedWords.@Nullable Owner owner) {
        var typed = of(cells, LeadImportField.OWNER);
        return owner != null || typed.isEmpty() ? null : "导入时的负责人:" + Cells.cut(typed);
    }

    private @Nullable BigDecimal money(List<String> cells, LeadImportField field) {
        var typed = of(cells, field);
        if (Cells.isNothing(typed)) {
            return null;
        }
        int zeros =
                switch (units.getOrDefault(field, Unit.WAN)) {
                    case YUAN -> 0;
                    case YI -> 8;
                    default -> 4;
                };
        var text = typed.endsWith("美元") ? typed.substring(0, typed.length() - 2) + "元" : typed;
        var amount = Cells.yuan(text, zeros);
        if (amount == null) {
            fault(field.apiName(), typed, "amount");
        }
        return amount;
    }

    private @Nullable BigDecimal area(List<String> cells, LeadImportField field, Unit usual) {
        var typed = of(cells, field);
        if (Cells.isNothing(typed)) {
            return null;
        }
        var unit = LeadImportField.unitOf(typed.startsWith("(") ? typed : "x" + typed);
        var number = Cells.number(typed.replaceAll("[^\\d.,\\-]", ""));
        if (number == null || typed.matches(".*\\d\\s*[-~—至]\\s*\\d.*")) {
            fault(field.apiName(), typed, "number");
            return null;
        }
        return switch (unit == null ? units.getOrDefault(field, usual) : unit) {
            case MU -> number.multiply(M2_PER_MU).setScale(2, RoundingMode.HALF_UP);
            case HECTARE -> number.multiply(new BigDecimal(10_000));
            case WAN -> number.multiply(new BigDecimal(10_000));
            default -> number;
        };
    }

    private @Nullable Integer whole(List<String> cells, LeadImportField field) {
        var typed = of(cells, field);
        if (Cells.isNothing(typed)) {
            return null;
        }
        var number = Cells.number(typed.replaceAll("[人名%]$", ""));
        if (number == null || number.abs().compareTo(new BigDecimal(Integer.MAX_VALUE)) > 0) {
            fault(field.apiName(), typed, "number");
            return null;
        }
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private boolean yes(List<String> cells, LeadImportField field) {
        var typed = of(cells, field);
        if (Cells.isNothing(typed)) {
            return false;
        }
        var yes = Cells.yes(typed);
        if (yes == null) {
            fault(field.apiName(), typed, "yesOrNo");
        }
        return Boolean.TRUE.equals(yes);
    }

    private @Nullable LocalDate day(List<String> cells, LeadImportField field, boolean past) {
        var typed = of(cells, field);
        if (Cells.isNothing(typed)) {
            return null;
        }
        var day = Cells.date(typed);
        if (day == null) {
            fault(field.apiName(), typed, "day");
        } else if (past && (day.isAfter(today) || day.isBefore(EARLIEST))) {
            fault(field.apiName(), typed, "dayPast");
            return null;
        }
        return day;
    }

    private @Nullable String text(List<String> cells, LeadImportField field) {
        var typed = of(cells, field);
        return typed.isEmpty() ? null : typed;
    }

    private String of(List<String> cells, LeadImportField field) {
        var at = positions.get(field);
        return at == null || at >= cells.size() ? "" : cells.get(at).replace('\u0000', ' ');
    }

    private static List<String> many(String cell) {
        return split(cell).stream().filter(one -> !one.isEmpty()).toList();
    }

    private static List<String> split(String cell) {
        return Cells.isNothing(cell)
                ? List.of()
                : Stream.of(cell.split("[、;；\\n]", 60)).map(String::strip).toList();
    }

    private static @Nullable String at(List<String> all, int i) {
        return i >= all.size() || all.get(i).isEmpty() ? null : all.get(i);
    }

    private void fault(String field, String value, String reason) {
        fault(field, value, "leads.import." + reason, List.of());
    }

    private void fault(String field, String value, String key, List<Object> arguments) {
        faults.putIfAbsent(
                field,
                Map.of(
                        "field",
                        field,
                        "value",
                        Cells.cut(value),
                        "reason",
                        key,
                        "arguments",
                        arguments.stream().map(String::valueOf).toList()));
    }

    private void write(
            long number,
            UUID id,
            String code,
            Lead lead,
            LeadProfile p,
            @Nullable String poolReason) {
        line.append(number);
        next(id);
        next(code.isEmpty() ? null : code.toUpperCase(Locale.ROOT));
        next(ChineseText.storable(p.projectName()));
        next(ChineseText.key(p.projectName()));
        next(p.nature());
        next(p.summary());
        next(p.way());
        next(p.fairId());
        next(p.introducer());
        next(p.leadingIndustry());
        next(p.subIndustry());
        next(p.industryCode());
        next(p.cluster());
        next(p.currency());
        next(p.exchangeRate());
        next(p.totalInvestment());
        next(p.fixedInvestment());
        next(p.wantedLandM2());
        next(p.wantedFloorM2());
        next(p.wantedBy());
        next(p.expectedRevenueYuan());
        next(p.expectedTaxYuan());
        next(p.expectedJobs());
        next(p.chemical());
        next(p.confidential());
        next(p.probability());
        next(p.nextAction());
        next(p.nextActionOn());
        next(lead.owner());
        next(lead.ownerName());
        next(lead.ownerTeam());
        next(lead.stage());
        next(lead.stage().ordinal());
        next(lead.signedOn());
        next(lead.registeredOn());
        next(lead.followedAt());
        next(lead.dueOn());
        next(lead.isDueEstimated());
        next(lead.dueKind());
        next(lead.silentOn());
        next(poolReason);
        next(p.investors().isEmpty() ? null : p.investors().getFirst().name());
        next(p.investors().isEmpty() ? null : json.writeValueAsString(investors(p)));
        next(p.contacts().isEmpty() ? null : json.writeValueAsString(contacts(p)));
        next(p.tags().isEmpty() ? null : json.writeValueAsString(p.tags()));
        next(faults.isEmpty() ? forms(p) : null);
        next(faults.isEmpty() ? null : faults.keySet().iterator().next());
        next(faults.isEmpty() ? null : json.writeValueAsString(faults.values()));
        line.append('\n');
    }

    private static List<Map<String, Object>> investors(LeadProfile p) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var one : p.investors()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("id", UuidV7.next().toString());
            line.put("position", lines.size());
            line.put("name", one.name());
            line.put("name_key", ChineseText.key(one.name()));
            if (one.creditCode() != null) {
                line.put("credit_code", one.creditCode());
            }
            line.put("country", one.country());
            line.put("global_500", one.global500());
            line.put("listed", one.listed());
            line.put("industry_leader", one.industryLeader());
            lines.add(line);
        }
        return lines;
    }

    private static List<Map<String, Object>> contacts(LeadProfile p) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var one : p.contacts()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("id", UuidV7.next().toString());
            line.put("name", one.name());
            if (one.position() != null) {
                line.put("position", one.position());
            }
            if (one.phone() != null) {
                line.put("phone", one.phone());
            }
            if (one.email() != null) {
                line.put("email", one.email());
            }
            lines.add(line);
        }
        return lines;
    }

    private static @Nullable String forms(LeadProfile p) {
        var forms = new StringBuilder();
        for (var one : Likeness.of(p)) {
            forms.append(forms.isEmpty() ? "" : String.valueOf(BETWEEN))
                    .append(one.kind().name())
                    .append(' ')
                    .append(one.form().replace(BETWEEN, ' '));
        }
        return forms.isEmpty() ? null : forms.toString();
    }

    /** In the text format of COPY. */
    private void next(@Nullable Object value) {
        line.append('\t');
        var text =
                switch (value) {
                    case null -> "";
                    case BigDecimal number -> number.toPlainString();
                    case Enum<?> constant -> constant.name();
                    default -> value.toString();
                };
        Cells.copied(line, text);
    }
}
