import maven from "@/docs/examples/maven-crm.mapping.json";
import retail from "@/docs/examples/online-retail.mapping.json";

/** The mappings that come with the product, by the id the Data page offers them under. */
export const exampleMappings: Readonly<Record<string, { title: string; source: string }>> = {
  "example:maven-crm": maven,
  "example:online-retail": retail,
};
