package org.kaiyuan.ui.services;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.DraftId;
import org.kaiyuan.services.LetterId;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.services.ServiceId;

/** Where the portal's pages of services are. */
final class PortalServiceNavigation {
    static final String START = "portal";
    static final String FIND = "portal/services";
    static final String CASES = "portal/cases";
    static final String INBOX = "portal/inbox";

    /** In an address: for which enterprise one looks. */
    static final String ENTERPRISE = "enterprise";

    private PortalServiceNavigation() {}

    static String guide(ServiceId id) {
        return FIND + "/" + id;
    }

    static String draft(DraftId id) {
        return "portal/drafts/" + id;
    }

    static String one(CaseId id) {
        return CASES + "/" + id;
    }

    static String letter(CaseId id, LetterId letter) {
        return one(id) + "/letters/" + letter;
    }

    static String rights(EnterpriseId enterprise) {
        return "portal/rights/" + enterprise;
    }

    /** The same page for this enterprise. */
    static String of(String page, @Nullable EnterpriseId enterprise) {
        return enterprise == null ? page : page + "?" + ENTERPRISE + "=" + enterprise;
    }

    static QueryParameters question(Map<String, String> said) {
        var parameters = new LinkedHashMap<String, List<String>>();
        said.forEach((key, value) -> {
            if (!value.isEmpty()) {
                parameters.put(key, List.of(value));
            }
        });
        return new QueryParameters(parameters);
    }

    /** The guide for everybody, without an account. */
    static String publicGuide(String zone, ServiceId id) {
        return "z/" + zone + "/services/" + id;
    }

    static String sample(String zone, ServiceId id, String file) {
        return publicGuide(zone, id) + "/samples/" + file;
    }

    /** Where anybody asks for the progress, the receipt filled in. */
    static String progress(String zone, Receipt receipt) {
        return "z/" + zone + "/progress?receipt=" + receipt.number();
    }
}
