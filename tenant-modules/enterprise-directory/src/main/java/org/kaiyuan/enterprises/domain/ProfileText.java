package org.kaiyuan.enterprises.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.platform.audit.FieldChange;

/** A profile as the history shows it: one text a field, children one field each; contacts masked. */
final class ProfileText {
    private ProfileText() {}

    static Map<String, @Nullable String> of(EnterpriseProfile p) {
        Map<String, @Nullable String> text = new LinkedHashMap<>();
        text.put("name", p.name());
        text.put("formerNames", formerNames(p.formerNames()));
        text.put("shortName", p.shortName());
        text.put("creditCode", p.creditCode());
        text.put("kind", p.kind());
        text.put("status", p.status().name());
        text.put("registeredCapital", plain(p.registeredCapital()));
        text.put("capitalCurrency", p.capitalCurrency());
        text.put("foundedOn", plain(p.foundedOn()));
        text.put("settledOn", plain(p.settledOn()));
        text.put("deregisteredOn", plain(p.deregisteredOn()));
        text.put("industryCode", p.industryCode());
        text.put("leadingIndustry", p.leadingIndustry());
        text.put("subIndustry", p.subIndustry());
        text.put("chainPosition", p.chainPosition().name());
        text.put("divisionCode", p.divisionCode());
        text.put("city", p.city());
        text.put("address", p.address());
        text.put("zoneLocation", p.zoneLocation());
        text.put("businessScope", p.businessScope());
        text.put("products", p.products());
        text.put("website", p.website());
        text.put("aboveScale", Boolean.toString(p.aboveScale()));
        text.put("fourAbove", Boolean.toString(p.fourAbove()));
        text.put("tags", p.tags().isEmpty() ? null : String.join("、", new TreeSet<>(p.tags())));
        for (var contact : p.contacts()) {
            var line = contact.masked();
            text.put(
                    "contacts." + contact.id(),
                    joined(line.name(), line.position(), line.phone(), line.email())
                            + digest(contact.phone(), contact.email()));
        }
        for (var q : p.qualifications()) {
            text.put(
                    "qualifications." + q.id(),
                    joined(q.kindCode(), q.number(), plain(q.validFrom()), plain(q.validUntil())));
        }
        for (var f : p.figures()) {
            text.put("figures." + f.year() + ".revenueYuan", plain(f.revenueYuan()));
            text.put("figures." + f.year() + ".taxYuan", plain(f.taxYuan()));
            text.put(
                    "figures." + f.year() + ".fixedAssetInvestmentYuan",
                    plain(f.fixedAssetInvestmentYuan()));
            text.put("figures." + f.year() + ".rdYuan", plain(f.rdYuan()));
            text.put("figures." + f.year() + ".landAreaM2", plain(f.landAreaM2()));
            text.put("figures." + f.year() + ".energyTce", plain(f.energyTce()));
            text.put("figures." + f.year() + ".employees", plain(f.employees()));
            text.put("figures." + f.year() + ".exportYuan", plain(f.exportYuan()));
            text.put("figures." + f.year() + ".source", f.source());
            text.put("figures." + f.year() + ".reportedOn", plain(f.reportedOn()));
        }
        return text;
    }

    private static @Nullable String formerNames(List<FormerName> names) {
        return names.isEmpty()
                ? null
                : names.stream()
                        .map(former -> joined(former.name(), plain(former.until())))
                        .collect(Collectors.joining("、"));
    }

    static List<FieldChange> differences(
            Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        var changes = new ArrayList<FieldChange>();
        var fields = new java.util.LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (var field : fields) {
            var was = before.get(field);
            var is = after.get(field);
            if (!java.util.Objects.equals(was, is)) {
                changes.add(new FieldChange(field, shown(was), shown(is)));
            }
        }
        return changes;
    }

    /** Two numbers may look the same behind their masks: the change still has to be seen, not the number. */
    private static String digest(@Nullable String phone, @Nullable String email) {
        return "\u0000" + (phone == null ? "" : phone) + "\u0000" + (email == null ? "" : email);
    }

    private static @Nullable String shown(@Nullable String text) {
        int hidden = text == null ? -1 : text.indexOf('\u0000');
        return text == null || hidden < 0 ? text : text.substring(0, hidden);
    }

    private static String joined(@Nullable String... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part != null && !part.isEmpty()) {
                text.append(text.isEmpty() ? "" : " · ").append(part);
            }
        }
        return text.toString();
    }

    private static @Nullable String plain(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
