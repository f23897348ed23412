package org.kaiyuan.plots;

/**
 * A rule that a plot must keep to be supplied or to change its use. Its name is the message {@code
 * plots.gate.<GATE>}, its source {@code plots.gate.<GATE>.source}.
 */
public enum PlotGate {
    /** 未编制详细规划的，不得供应: 城乡规划法 art. 38. */
    DETAILED_PLAN,
    /** Touches permanent basic farmland: 土地管理法 art. 35. */
    FARMLAND,
    /** Touches the ecological red line: 环境保护法 art. 29. */
    ECOLOGICAL_REDLINE,
    /** Outside the urban development border: 三条控制线. */
    URBAN_BORDER,
    /** Inside the line of protected industrial land its use is not changed. */
    INDUSTRIAL_LINE,
    /** No supply without a written contract: 城市房地产管理法 art. 15; a zone may decide otherwise. */
    SUPPLY_CONTRACT,
    /** 达产核查 needs a verdict since the production began: 标准地 is 事后强监管. */
    VERIFICATION
}
