package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the made-up ground of a zone lies, and what is called how there.
 *
 * @param prefix of the numbers of plots, such as DY
 * @param longitude of its middle, a few kilometres off the real zone
 * @param districts four, one for each quarter of the ground
 * @param industrialUses repeated as often as they shall weigh
 */
record Site(
        String code,
        String prefix,
        double longitude,
        double latitude,
        String river,
        List<String> districts,
        List<String> industrialUses) {

    /**
     * The site of a populated zone.
     *
     * @throws IllegalStateException when the zone has none
     */
    static Site of(String code) {
        return SeedFile.read("grounds.csv").rows().stream()
                .filter(row -> row.get("code").equals(code))
                .map(Site::of)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("demo/grounds.csv has no zone " + code));
    }

    private static Site of(SeedFile.Row row) {
        var uses = new ArrayList<String>();
        for (var use : row.list("uses")) {
            var parts = use.split(":");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                uses.add(parts[0]);
            }
        }
        return new Site(
                row.get("code"),
                row.get("prefix"),
                Double.parseDouble(row.get("longitude")),
                Double.parseDouble(row.get("latitude")),
                row.get("river"),
                row.list("districts"),
                uses);
    }
}
