/// The words that the sample's names and texts are made of; all organizations and people are
/// invented.
enum SampleWords {
  /// The name of the organization with this number, without its legal form; all are different.
  static func organizationName(_ number: Int) -> String {
    let round = number / firstWords.count
    let trade = (number * 7 + round * 3) % trades.count
    return "\(firstWords[number % firstWords.count]) \(trades[trade])"
  }

  static let firstSales = [
    "pilot", "rollout", "starter plan", "team plan", "migration", "25 seats", "40 seats",
    "12 sites", "platform", "integration", "analytics", "onboarding", "support plan", "training",
  ]

  static let followUps = [
    "expansion", "extra seats", "second site", "add-on", "upgrade", "API plan",
  ]

  static let givenNames = [
    "Clara", "Mateo", "Ingrid", "Paul", "Leila", "Marek", "Sofia", "Daniel", "Hanna", "Luca",
    "Freya", "Omar", "Elsa", "Victor", "Nadia", "Henrik", "Marta", "Karim", "Lotte", "Simon",
    "Aisha", "Bruno", "Greta", "Ivan", "Camille", "Noah", "Petra", "Samuel", "Yara", "Felix",
    "Judith", "Andre",
  ]

  static let familyNames = [
    "Lindqvist", "Moreau", "Hansen", "Bauer", "Costa", "Novak", "Fischer", "Rossi", "Jansen",
    "Keller", "Duarte", "Berg", "Marchetti", "Olsen", "Haddad", "Weber", "Santos", "Virtanen",
    "Dubois", "Schmid", "Kovacs", "Peeters", "Larsen", "Romano", "Vogel", "Ortega", "Nyman",
    "Becker", "Silva", "Horvat", "Brandt", "Leroy", "Murphy", "Walsh",
  ]

  private static let firstWords = [
    "Kestrel", "Borealis", "Cobalt", "Dunlin", "Evergreen", "Fjord", "Gannet", "Hexa", "Ibex",
    "Jade", "Lumen", "Mistral", "Nova", "Orchid", "Pinecrest", "Quartz", "Raven", "Sable",
    "Tundra", "Umbra", "Vega", "Willow", "Xenon", "Yarrow", "Zephyr", "Altamont", "Birchwood",
    "Cinder", "Dovetail", "Ember", "Falcon", "Garnet", "Harbor", "Indigo", "Juniper",
    "Kingfisher", "Larch", "Meridian", "Northlake", "Osprey", "Peregrine", "Quill", "Redwood",
    "Solstice", "Tamarind", "Upland", "Verdant", "Westmark", "Yellowtail", "Zinnia", "Amberley",
    "Basalt", "Cedarline", "Driftwood", "Eastbrook", "Foxglove", "Granite", "Heron", "Isola",
    "Jasper", "Kelpie", "Lindenhof", "Marlow", "Nettle", "Oakhurst", "Pelican", "Quince", "Rowan",
    "Sandpiper", "Thistle", "Ursa", "Valmont", "Wren", "Ysolde", "Zircon", "Alder", "Bramble",
    "Copperhill", "Dahlia", "Elderflow", "Fennel", "Goshawk", "Hazel", "Ironbridge", "Jackdaw",
    "Kirkwall", "Lapwing", "Magnolia", "Nightjar", "Onyx", "Plover", "Quayside", "Robin",
    "Saffron", "Teal", "Umber", "Viola", "Wolfram", "Yew", "Zander", "Acacia", "Bluebell",
    "Cormorant", "Delphine", "Elmstead", "Finch", "Glacier", "Hawthorn", "Iris", "Jetty",
    "Koppel", "Lupin", "Mallard", "Novalis", "Opal", "Poplar", "Quadra", "Rosehip", "Starling",
    "Tansy", "Ulmus", "Vireo", "Whitecliff", "Yarra", "Zelkova", "Arbor", "Beacon", "Clover",
    "Duneside", "Egret", "Flint", "Grebe", "Heather", "Islay", "Jubilee", "Kite", "Laurel",
    "Merlin", "Northwind", "Orion", "Petrel", "Quarry", "Ridgeway", "Siskin", "Tern", "Underhill",
    "Vesper", "Warbler", "Wildrose", "Ambrose", "Beech", "Crane", "Drover", "Eider", "Fulmar",
    "Gorse", "Hobby", "Inverleith", "Jonquil", "Knot", "Lichen", "Moorland", "Narrows", "Outpost",
    "Pipit", "Quoin", "Rushmere", "Skylark", "Turnstone", "Uplift", "Vale", "Whinchat",
    "Woodlark", "Ashdown", "Bittern", "Curlew", "Dipper", "Estuary", "Firth", "Godwit", "Harrier",
    "Inlet", "Jura", "Kestle", "Limestone", "Martlet", "Nuthatch", "Oriole", "Ptarmigan",
    "Quarterdeck", "Redstart", "Shoal", "Treecreeper", "Upstream", "Verbena", "Wagtail", "Aspen",
    "Bracken", "Chaffinch", "Dunnock", "Elmore", "Fieldfare", "Goldcrest", "Headland", "Isthmus",
    "Junco", "Killdeer", "Linnet", "Meadow", "Needle", "Oxbow", "Pasture", "Quillon", "Rill",
    "Spinney", "Tidewater", "Umbria", "Vantage", "Weir",
  ]

  private static let trades = [
    "Media", "Energy", "Bank", "Retail", "Foods", "Shipping", "Rail", "Print", "Travel", "Clinic",
    "Security", "Motors", "Studio", "Health", "Homes", "Farms", "Labs", "Systems", "Schools",
    "Cargo", "Textiles", "Hotels", "Logistics", "Optics", "Paper", "Pharma", "Brewery", "Bikes",
    "Insurance", "Glass", "Robotics", "Coffee", "Ceramics", "Events", "Legal", "Tools", "Water",
  ]
}
