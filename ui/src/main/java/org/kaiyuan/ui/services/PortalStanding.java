package org.kaiyuan.ui.services;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.RepresentativeState;
import org.kaiyuan.ui.kit.Shown;

/**
 * For which enterprise of this park the person looks at the portal now; the address says which, so that two tabs may
 * be about two.
 */
final class PortalStanding {
    private final List<MyEnterprises.Line> all;
    private final MyEnterprises.@Nullable Line chosen;

    private PortalStanding(List<MyEnterprises.Line> all, MyEnterprises.@Nullable Line chosen) {
        this.all = all;
        this.chosen = chosen;
    }

    /** What an address does not say, or says of one that is not theirs, is the first. */
    static PortalStanding at(MyEnterprises mine, Location here) {
        var all =
                mine.mine().stream()
                        .filter(line ->
                                line.here()
                                        && line.enterpriseId() != null
                                        && line.state() == RepresentativeState.CONFIRMED)
                        .toList();
        var asked =
                here.getQueryParameters()
                        .getSingleParameter(PortalServiceNavigation.ENTERPRISE)
                        .orElse("");
        return new PortalStanding(
                all,
                all.stream()
                        .filter(line -> asked.equals(String.valueOf(line.enterpriseId())))
                        .findFirst()
                        .or(() -> all.stream().findFirst())
                        .orElse(null));
    }

    List<MyEnterprises.Line> all() {
        return all;
    }

    boolean several() {
        return all.size() > 1;
    }

    Optional<EnterpriseId> enterprise() {
        return Optional.ofNullable(chosen).map(MyEnterprises.Line::enterpriseId);
    }

    /** For links: null where there is nothing to choose. */
    @Nullable EnterpriseId said() {
        return several() ? enterprise().orElse(null) : null;
    }

    static String name(MyEnterprises.Line line) {
        return Shown.text(line.enterpriseName());
    }

    /** Choosing another one, on the same page. */
    Select<MyEnterprises.Line> choice(Location here) {
        var choice = new Select<MyEnterprises.Line>();
        choice.setLabel(PortalPieces.word(choice, "enterprise"));
        choice.setItems(all);
        choice.setItemLabelGenerator(PortalStanding::name);
        if (chosen != null) {
            choice.setValue(chosen);
        }
        choice.addClassName("enterprise-choice");
        choice.setVisible(several());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                var kept = new LinkedHashMap<String, String>();
                here.getQueryParameters()
                        .getParameters()
                        .forEach((key, values) -> kept.put(key, values.getFirst()));
                kept.put(
                        PortalServiceNavigation.ENTERPRISE,
                        Objects.toString(change.getValue().enterpriseId()));
                UI.getCurrent().navigate(here.getPath(), PortalServiceNavigation.question(kept));
            }
        });
        return choice;
    }
}
