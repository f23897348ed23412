package org.kaiyuan.enterprises;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one column of a file holds.
 *
 * @param of the year of a yearly figure, null for that of the row's own column {@link ImportField#YEAR};
 *     the code of the kind for what is said of one qualification; else null
 */
public record ImportTarget(ImportField field, @Nullable String of) {
    private static final Pattern YEAR = Pattern.compile("19[5-9]\\d|20\\d\\d|2100");

    /** One of which nothing else must be said. */
    public static ImportTarget of(ImportField field) {
        return new ImportTarget(field, null);
    }

    /** As the API calls it, such as {@code figures.2024.revenueWan} or {@code qualifications.HIGH_TECH.number}. */
    public static Optional<ImportTarget> named(String apiName) {
        var plain = ImportField.named(apiName).filter(f -> f.of() == ImportField.Of.NOTHING);
        if (plain.isPresent()) {
            return plain.map(ImportTarget::of);
        }
        var parts = apiName.split("\\.", -1);
        var field = ImportField.named(parts[parts.length - 1]);
        if (parts.length == 2 && parts[0].equals("figures")) {
            return field.filter(f -> f.of() == ImportField.Of.YEAR).map(ImportTarget::of);
        }
        if (parts.length != 3) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "figures" ->
                    field.filter(f ->
                                    f.of() == ImportField.Of.YEAR
                                            && YEAR.matcher(parts[1]).matches())
                            .map(f -> new ImportTarget(f, parts[1]));
            case "qualifications" ->
                    field.filter(f -> f.of() == ImportField.Of.QUALIFICATION)
                            .map(f -> new ImportTarget(f, parts[1]));
            default -> Optional.empty();
        };
    }

    /** @see #named */
    public String apiName() {
        var said = of == null ? "" : of + ".";
        return switch (field.of()) {
            case NOTHING -> field.apiName();
            case YEAR -> "figures." + said + field.apiName();
            case QUALIFICATION -> "qualifications." + said + field.apiName();
        };
    }

    /** The same for both units of a figure: two columns of it would write the same. */
    String written() {
        return field.of() + "." + of + "." + field.written();
    }
}
