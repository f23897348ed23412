package org.kaiyuan.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What enterprises of one line of business are called, make and may do.
 *
 * @param zones how often it occurs, by zone code
 * @param leadingIndustry as the plan calls it; empty for what only supports others
 * @param industryCode GB/T 4754-2017
 * @param capitalYuan median
 */
record Trade(
        Map<String, Integer> zones,
        String leadingIndustry,
        String subIndustry,
        String industryCode,
        List<String> words,
        List<String> products,
        List<String> scope,
        long capitalYuan,
        Kind kind) {

    enum Kind {
        MAKES,
        TRADES,
        SERVES
    }

    static List<Trade> all() {
        return SeedFile.read("trades.csv").rows().stream().map(Trade::of).toList();
    }

    boolean distils() {
        return industryCode.equals("C1512");
    }

    private static Trade of(SeedFile.Row row) {
        var zones = new HashMap<String, Integer>();
        for (var zone : row.list("zones")) {
            var parts = zone.split(":");
            if (parts.length == 2) {
                zones.put(parts[0], Integer.valueOf(parts[1]));
            }
        }
        return new Trade(
                Map.copyOf(zones),
                row.get("leading_industry"),
                row.get("sub_industry"),
                row.get("industry_code"),
                row.list("words"),
                row.list("products"),
                row.list("scope"),
                Long.parseLong(row.get("capital_wan")) * 10_000,
                switch (row.get("kind")) {
                    case "M" -> Kind.MAKES;
                    case "W" -> Kind.TRADES;
                    default -> Kind.SERVES;
                });
    }
}
