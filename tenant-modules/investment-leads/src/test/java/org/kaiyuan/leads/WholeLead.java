package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.util.List;

/** A lead of which everything is known that the gates to 签约 want. */
public final class WholeLead {
    private WholeLead() {}

    public static LeadDraft draft(String name) {
        return LeadDraft.named(name)
                .leadingIndustry("电子信息产业")
                .subIndustry("新型显示")
                .industryCode("C3974")
                .catalogueClass(CatalogueClass.ENCOURAGED)
                .totalInvestment(new BigDecimal("600000000"))
                .fixedInvestment(new BigDecimal("400000000"))
                .wantedLandM2(new BigDecimal("66666.67"))
                .expectedRevenueYuan(new BigDecimal("900000000"))
                .expectedTaxYuan(new BigDecimal("40000000"))
                .expectedJobs(500)
                .energyTce(new BigDecimal("3000"))
                .environmentalZoning("重点管控单元,符合准入")
                .investors(List.of(InvestorLine.named(name.replace("项目", "") + "有限公司")))
                .contacts(
                        List.of(
                                new LeadContact(
                                        null, "王敏", "总经理", "13812345678", "wm@example.com")));
    }
}
