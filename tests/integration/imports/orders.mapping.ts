/** A small company's pipeline and orders, for tests. */
export const orders = {
  version: 1,
  source: "shop",
  defaults: { currency: "USD", validFrom: "2020-01-01" },
  stages: [
    { name: "Open", kind: "open", probability: 0.5 },
    { name: "Won", kind: "won", probability: 1 },
    { name: "Lost", kind: "lost", probability: 0 },
  ],
  entries: [
    {
      file: "units.csv",
      kind: "units",
      fields: { name: "name", type: "type", parent: "parent" },
    },
    {
      file: "reps.csv",
      kind: "reps",
      fields: { id: "id", name: "name", email: "email", role: "role", unit: "unit" },
    },
    {
      file: "products.csv",
      kind: "products",
      fields: { name: "name", category: "category", listPrice: "price" },
    },
    {
      file: "customers.csv",
      kind: "customers",
      fields: { name: "name", sector: "sector", parent: "parent", owner: "owner" },
    },
    {
      file: "deals.csv",
      kind: "deals",
      bookSales: true,
      fields: {
        id: "id",
        title: "title",
        customer: "customer",
        product: "product",
        owner: "owner",
        stage: "stage",
        createdOn: "created",
        closedOn: "closed",
        bookedValue: "value",
        lossReason: "reason",
      },
    },
    {
      file: "sales.csv",
      kind: "sales",
      fields: {
        order: "order",
        soldOn: "date",
        customer: "customer",
        product: "product",
        owner: "owner",
        unit: "unit",
        quantity: "quantity",
        unitPrice: "price",
      },
    },
  ],
};

export const files = {
  "units.csv": "name,type,parent\nShop,company,\nNorth,region,Shop\nA,store,North\nB,store,North\n",
  "reps.csv":
    "id,name,email,role,unit\n1,Ann,ann@example.com,manager,A\n2,Bob,bob@example.com,rep,A\n3,Cy,,rep,B\n",
  "products.csv": "name,category,price\nLamp,Light,10\nDesk,Wood,200\n",
  "customers.csv": "name,sector,parent,owner\nAcme,retail,,Bob\nAcme North,retail,Acme,Cy\n",
  "deals.csv":
    "id,title,customer,product,owner,stage,created,closed,value,reason\n" +
    "d1,First,Acme,Lamp,Bob,Won,2024-01-02,2024-02-03,9.50,\n" +
    "d2,,Acme North,Desk,3,open,2024-01-05,,,\n" +
    'd3,"Third,\nwith a break",Acme,Desk,Cy,Lost,2024-01-05,2024-03-01,0,Price\n',
  "sales.csv":
    "order,date,customer,product,owner,unit,quantity,price\n" +
    "o1,2024-02-01,Acme,Lamp,Bob,,2,10\n" +
    "o1,2024-02-01,Acme,Lamp,Bob,,2,10\n" +
    "o2,2024-02-02,,Desk,,B,1,199.99\n" +
    "o1,2024-02-05,Acme,Lamp,Bob,,-1,10\n",
};
